"""Writes sheets cell by cell, as a person lays them out.

usage: write_cells.py SHEETS.json OUT.xlsx
SHEETS.json: [{"name", "rows": [[cell, ...]], "merged": ["A1:B1"], "hidden": [3]}]
A cell is null, text, a number, true or false, {"day": "2026-11-20"} or {"formula": "=1+1"}.
"""
import datetime
import json
import sys

import openpyxl

book = openpyxl.Workbook()
book.remove(book.active)
for plan in json.load(open(sys.argv[1], encoding='utf-8')):
    sheet = book.create_sheet(plan['name'])
    for row, cells in enumerate(plan['rows'], 1):
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(row, column)
            if isinstance(value, dict) and 'day' in value:
                cell.value = datetime.datetime.strptime(value['day'], '%Y-%m-%d')
            elif isinstance(value, dict):
                cell.value = value['formula']
            else:
                cell.value = value
                if isinstance(value, str):
                    cell.number_format = '@'
                    cell.data_type = 's'
    for place in plan.get('merged', []):
        sheet.merge_cells(place)
    for row in plan.get('hidden', []):
        sheet.row_dimensions[row].hidden = True
book.save(sys.argv[2])
