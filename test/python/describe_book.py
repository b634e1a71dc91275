"""Prints all that openpyxl finds in a workbook as JSON, sheet by sheet and cell by cell, so that two workbooks can be compared.

usage: describe_book.py BOOK.xlsx
"""
import hashlib
import json
import sys

import openpyxl


def plain(value):
    """A cell's value as JSON can hold it."""
    return value.isoformat() if hasattr(value, 'isoformat') else value


def look(cell):
    """Everything about how a cell looks, in words."""
    parts = (cell.font, cell.fill, cell.border, cell.alignment, cell.protection)
    return hashlib.sha256('|'.join(repr(part) for part in parts).encode()).hexdigest()[:16]


def cells(sheet):
    """Each cell that holds or shows something: value, kind, format, look, note, link."""
    found = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None and not cell.has_style:
                continue
            note, link = getattr(cell, 'comment', None), getattr(cell, 'hyperlink', None)
            found[cell.coordinate] = [plain(cell.value), cell.data_type, cell.number_format, look(cell),
                                      note and [note.text, note.author], link and (link.target or link.location)]
    return found


def corner(anchor):
    """Where a drawing begins."""
    start = anchor._from
    return [start.col, start.row, start.colOff, start.rowOff]


def chart(item):
    """A chart's kind, its place, and the cells that it draws."""
    refs = [series.val.numRef.f for series in item.series]
    title = ''.join(run.t for part in item.title.tx.rich.p for run in part.r or []) if item.title else None
    return [type(item).__name__, corner(item.anchor), refs, title]


def describe(sheet):
    """A sheet with all that hangs on it."""
    color, conditions = sheet.sheet_properties.tabColor, sheet.conditional_formatting
    return dict(
        state=sheet.sheet_state, freeze=sheet.freeze_panes, merged=sorted(str(area) for area in sheet.merged_cells.ranges),
        tab=color and color.rgb, titles=sheet.print_title_rows, area=str(sheet.print_area),
        widths={name: size.width for name, size in sheet.column_dimensions.items()},
        heights={str(name): size.height for name, size in sheet.row_dimensions.items() if size.height},
        tables={name: sheet.tables[name].ref for name in sheet.tables},
        charts=[chart(item) for item in sheet._charts],
        images=[[corner(item.anchor), hashlib.sha256(item._data()).hexdigest()] for item in sheet._images],
        validations=[[rule.type, rule.operator, rule.formula1, rule.formula2, str(rule.sqref), rule.error, rule.prompt]
                     for rule in sheet.data_validations.dataValidation],
        rules=[[str(area.sqref), rule.type, rule.operator, rule.formula, rule.priority, rule.dxf and repr(rule.dxf)]
               for area in conditions for rule in area.rules],
        cells=cells(sheet),
    )


book = openpyxl.load_workbook(sys.argv[1])
names = book.defined_names.definedName if hasattr(book.defined_names, 'definedName') else book.defined_names.values()
print(json.dumps(dict(
    order=book.sheetnames,
    names={name.name: name.attr_text for name in names},
    sheets={sheet.title: describe(sheet) for sheet in book.worksheets},
)))
