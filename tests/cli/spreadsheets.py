"""What another reader and writer of workbooks makes of them, for spreadsheets.cpp.

spreadsheets.py show FILE        the sheets: name, print set-up, and cells with their types
spreadsheets.py write CSV FILE   the rows of a CSV file as a workbook, days as dates
"""
import csv
import datetime
import re
import sys

import openpyxl


def show(name):
    for sheet in openpyxl.load_workbook(name):
        setup = sheet.page_setup
        fits = sheet.sheet_properties.pageSetUpPr.fitToPage
        print(f"sheet {sheet.title} freeze {sheet.freeze_panes} filter {sheet.auto_filter.ref}"
              f" paper {setup.paperSize} fit {fits} across {setup.fitToWidth or 1} down {setup.fitToHeight}"
              f" repeat {sheet.print_title_rows} charts {len(sheet._charts)}")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    print(f"{cell.coordinate} {cell.data_type} {cell.value!r}")


def typed(text):
    try:
        day = datetime.date.fromisoformat(text)
        return day if day.year > 1900 else text
    except ValueError:
        # openpyxl leaves it to its callers to keep such text from being read as an escape.
        return re.sub("_x[0-9A-F]{4}_", lambda found: "_x005F" + found.group(), text)


def write(source, name):
    book = openpyxl.Workbook()
    sheet = book.active
    with open(source, newline="", encoding="utf-8") as rows:
        for row in csv.reader(rows):
            sheet.append([typed(cell) for cell in row])
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, datetime.date):
                cell.number_format = 'yyyy"年"m"月"d"日"'
            elif isinstance(cell.value, str) and cell.value.startswith("="):
                cell.data_type = "s"
    book.save(name)


if __name__ == "__main__":
    {"show": show, "write": write}[sys.argv[1]](*sys.argv[2:])
