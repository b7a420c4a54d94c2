package org.chengxin.intake;

import org.chengxin.intake.sheet.SheetRow;

/** Reads the rows of one import: what each says, checked by itself. Used by one thread. */
interface RowReader {

    /** The columns it knows. */
    ColumnMap columns();

    ParsedRow read(SheetRow row);
}
