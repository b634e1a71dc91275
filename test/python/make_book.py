"""Writes a book as its owner keeps it: own headers, own order, own formats, and things of the owner's around it.

usage: make_book.py BOOK.json OUT.xlsx
BOOK.json: {"style": {...}, "seed": 1, "asOf": "2026-11-20", "sheets": [{"sheet", "aliases", "columns": [{"header", "aliases", "type"}], "rows"}]}
style: headers "own" or "contract"; values "plain" or "text"; banner, totals, gaps, extras, tables: true or false.
"""
import datetime
import json
import random
import sys

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table

from decorate import add_name, decorate

plan = json.load(open(sys.argv[1], encoding='utf-8'))
style, chance = plan['style'], random.Random(plan['seed'])
DATE_FORMATS = ['mm/dd/yyyy', 'd mmm yyyy', 'yyyy-mm-dd']


def spell(column):
    """A header as somebody else would write it: another name for it, another case, other separators."""
    if style['headers'] == 'contract':
        return column['header']
    header = chance.choice([column['header']] + column['aliases'])
    return chance.choice([str, str.upper, str.lower, lambda text: text.replace(' ', '_'), lambda text: '  ' + text + ' '])(header)


def as_text(value, kind):
    """A cell typed or pasted as text."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    if kind == 'percent':
        return '{}%'.format(json.dumps(round(value * 100, 10)))
    return '{:,}'.format(value) if value >= 0 else '({:,})'.format(-value)


def put(cell, value, kind):
    """One value in the style of the book; days are ISO text in the plan."""
    is_day = kind == 'date' and isinstance(value, str)
    if style['values'] == 'text':
        cell.value = as_text(value, kind)
    elif is_day:
        cell.value = datetime.datetime.strptime(value, '%Y-%m-%d')
        cell.number_format = chance.choice(DATE_FORMATS)
    else:
        cell.value = value
        if kind == 'percent':
            cell.number_format = '0.0%'
    if kind == 'text' or style['values'] == 'text':
        cell.number_format = '@'


def lay_out(sheet, table):
    """Where the table begins, and its columns in the owner's order; None is a column of the owner's."""
    top, left = 1, 1
    columns = list(range(len(table['columns'])))
    if style['banner']:
        top, left = chance.randint(3, 7), chance.randint(1, 3)
        sheet.cell(1, 1, 'Prepared for the committee').font = Font(bold=True, size=16)
        sheet.merge_cells('A1:D1')
        sheet.cell(2, 1, 'All figures as of ' + plan['asOf'])
    if style['headers'] == 'own':
        chance.shuffle(columns)
    if style['extras']:
        columns.insert(chance.randint(0, len(columns)), None)
        columns.append(None)
    return top, left, columns


def write_rows(sheet, table, top, left, columns):
    """Header and rows; returns the last row."""
    for at, index in enumerate(columns):
        header = 'My column %d' % at if index is None else spell(table['columns'][index])
        sheet.cell(top, left + at, header).font = Font(bold=True, color='FFFFFF')
    row = top
    for number, values in enumerate(table['rows']):
        row += 2 if style['gaps'] and number > 0 and number % 5 == 0 else 1
        for at, index in enumerate(columns):
            if index is None:
                sheet.cell(row, left + at, 'checked by me')
            elif values[index] is not None:
                put(sheet.cell(row, left + at), values[index], table['columns'][index]['type'])
    return row


def add_totals(sheet, table, row, left, columns):
    """A line of sums, as people add below their lists."""
    at = next(at for at, index in enumerate(columns) if index == 0)
    sheet.cell(row + 1, left + at, 'Total')
    for at, index in enumerate(columns):
        if index is not None and table['columns'][index]['type'] in ('number', 'money'):
            sheet.cell(row + 1, left + at, sum(values[index] or 0 for values in table['rows'] if not isinstance(values[index], str)))


book = openpyxl.Workbook()
book.remove(book.active)
decorate(book, sys.argv[2])
for number, table in enumerate(plan['sheets']):
    own_name = style['headers'] == 'own' and table['aliases']
    sheet = book.create_sheet(table['aliases'][0] if own_name else table['sheet'])
    top, left, columns = lay_out(sheet, table)
    last = write_rows(sheet, table, top, left, columns)
    if style['totals'] and table['sheet'] == 'Holdings':
        add_totals(sheet, table, last, left, columns)
    if style['tables']:
        area = '%s%d:%s%d' % (get_column_letter(left), top, get_column_letter(left + len(columns) - 1), max(last, top + 1))
        sheet.add_table(Table(displayName='tbl' + table['sheet'].replace(' ', ''), ref=area))
    sheet.freeze_panes = sheet.cell(top + 1, left + 1)
    if table['sheet'] == 'Models':
        sheet.sheet_state = 'hidden'
if style['tables']:
    book['Assumptions']['B9'] = datetime.datetime.strptime(plan['asOf'], '%Y-%m-%d')
    add_name(book, 'rb_AsOf', 'Assumptions!$B$9')
book.save(sys.argv[2])
