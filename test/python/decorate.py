"""What people have in their workbooks beside their data: charts, names, lists, rules, notes, pictures, formulas."""
import datetime

from PIL import Image as Picture
from openpyxl.chart import BarChart, LineChart, PieChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation


def add_name(book, name, refers_to):
    """A defined name, in the way of this and of later openpyxl."""
    defined = DefinedName(name, attr_text=refers_to)
    if hasattr(book.defined_names, 'append'):
        book.defined_names.append(defined)
    else:
        book.defined_names[name] = defined


def decorate(book, path):
    """Adds two sheets of the owner's own, one of them called as one of ours, and a hidden one."""
    sheet = book.create_sheet('Assumptions')
    sheet['A1'] = 'Our assumptions'
    sheet['A1'].font = Font(name='Georgia', size=18, bold=True, color='FF8800')
    sheet['A1'].comment = Comment('Agreed on 3 March', 'M. Chen')
    sheet['B2'], sheet['B2'].number_format = 0.238, '0.00%'
    sheet['B3'], sheet['B3'].number_format = datetime.datetime(2026, 3, 3), 'dddd, d mmmm yyyy'
    sheet['B4'] = '=B2*2'
    sheet['B5'] = '=SUM(B2:B4)'
    sheet['B6'] = 'a "quoted" <tag> & more é ▲'
    sheet['B7'] = True
    sheet['C2'].fill = PatternFill('solid', fgColor='FFEEAA')
    sheet['C2'].border = Border(left=Side('thick', color='00FF00'), bottom=Side('dotted'))
    sheet['C2'].alignment = Alignment(horizontal='center', wrap_text=True, text_rotation=45)
    sheet['C2'].protection = Protection(locked=False)
    sheet['C3'], sheet['C3'].hyperlink = 'our page', 'https://example.com/a?b=c'
    sheet.merge_cells('E1:G2')
    sheet.column_dimensions['A'].width, sheet.row_dimensions[4].height = 33, 40
    for row in range(20):
        sheet.cell(row + 20, 1, 'Month %d' % row)
        sheet.cell(row + 20, 2, row * 1.25)
    add_charts(sheet)
    add_rules(sheet)
    Picture.new('RGB', (20, 30), 'navy').save(path + '.png')
    sheet.add_image(Image(path + '.png'), 'M3')
    sheet.print_title_rows, sheet.print_area = '1:2', 'A1:H40'
    sheet.sheet_properties.tabColor = '123456'
    mine = book.create_sheet('Audit')
    mine['A1'], mine['A2'] = 'My own audit of this file', '=Assumptions!B2'
    hidden = book.create_sheet('Scratch')
    hidden['A1'], hidden.sheet_state = 42, 'veryHidden'
    add_name(book, 'MyRate', 'Assumptions!$B$2')
    add_name(book, 'MyList', 'Assumptions!$A$20:$A$39')


def add_charts(sheet):
    """Three charts at three places."""
    data = Reference(sheet, min_col=2, min_row=20, max_row=39)
    for kind, title, place in [(BarChart, 'Bars', 'I20'), (LineChart, 'Lines', 'I40'), (PieChart, 'Pie', 'R20')]:
        chart = kind()
        chart.title = title
        chart.add_data(data)
        sheet.add_chart(chart, place)


def add_rules(sheet):
    """Lists and limits for what is typed, and colors by value."""
    for rule, cells in [
        (DataValidation(type='list', formula1='"Yes,No"', allow_blank=True, showErrorMessage=True, error='Yes or No'), 'D2:D9'),
        (DataValidation(type='decimal', formula1='0', formula2='1', showInputMessage=True, prompt='0 to 1'), 'B2'),
    ]:
        rule.add(cells)
        sheet.add_data_validation(rule)
    red = PatternFill(bgColor='FFC7CE', fill_type='solid')
    sheet.conditional_formatting.add('B20:B39', CellIsRule(operator='greaterThan', formula=['5'], fill=red))
    sheet.conditional_formatting.add('B20:B39', ColorScaleRule(start_type='min', start_color='FFFFFF', end_type='max', end_color='63BE7B'))
    sheet.conditional_formatting.add('A20:A39', FormulaRule(formula=['$B20>MyRate'], font=Font(bold=True)))
