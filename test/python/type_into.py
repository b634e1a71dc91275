"""Types into cells of a table as a person does, and saves: columns are found by header, rows by number from 0.

usage: type_into.py BOOK.xlsx SHEET HEADER_ROW '[[0, "Approve", true], ...]'
"""
import json
import sys

import openpyxl

path, name, header_row, edits = sys.argv[1:]
book = openpyxl.load_workbook(path)
sheet = book[name]
places = {cell.value: cell.column for cell in sheet[int(header_row)]}
for row, header, value in json.loads(edits):
    sheet.cell(int(header_row) + 1 + row, places[header], value)
book.save(path)
