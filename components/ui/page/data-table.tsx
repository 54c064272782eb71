import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { TableKeys } from "@/components/ui/page/table-keys";

export type Column<Row> = {
  /** Also the React key; must be unique in the table. */
  head: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand on the right, in columns. */
  isNumber?: boolean;
  /** Left out below 760 px. */
  isWideOnly?: boolean;
  /** Keeps the head for screen readers only, e.g. over a menu. */
  isHeadHidden?: boolean;
};

type DataTableProps<Row> = {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Where a click anywhere on the row leads; the first cell carries the link. */
  rowHref?: (row: Row) => string;
  /** Shown in place of rows when there are none. */
  empty?: ReactNode;
  /** Under the rows: Pagination. */
  footer?: ReactNode;
};

/** Rows of 44 px under a head that stays; the whole row is the link, arrow keys walk from row to row. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowHref,
  empty,
  footer,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className="rounded-card border border-line bg-panel max-md:overflow-clip">
      <TableKeys>
        <table className="w-full border-separate border-spacing-0 text-left">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.head} scope="col" className={headClass(column)}>
                  <span className={column.isHeadHidden ? "sr-only" : undefined}>{column.head}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={footer ? undefined : "[&>tr:last-child>td]:border-b-0"}>
            {rows.map((row) => (
              <tr
                key={rowKey(row)}
                className={rowHref && "relative hover:bg-hover has-focus-visible:bg-hover"}
              >
                {columns.map((column, index) => (
                  <td key={column.head} className={cellClass(column)}>
                    {index === 0 && rowHref ? (
                      <Link href={rowHref(row)} data-row-link className={rowLinkClass}>
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableKeys>
      {footer}
    </div>
  );
}

const edges = "px-3 first:pl-4 last:pr-4 md:first:pl-5 md:last:pr-5";

// The link covers its row; buttons and menus in other cells lift themselves above it with `relative z-10`.
const rowLinkClass =
  "font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-control focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent";

function headClass<Row>(column: Column<Row>): string {
  return cx(
    "z-10 h-9 border-b border-line bg-panel text-meta first:rounded-tl-card last:rounded-tr-card md:sticky md:top-(--table-top,64px) font-medium whitespace-nowrap text-muted",
    edges,
    shape(column),
  );
}

function cellClass<Row>(column: Column<Row>): string {
  return cx("h-11 border-b border-line py-1.5", edges, shape(column));
}

function shape<Row>(column: Column<Row>): string {
  return cx(column.isNumber && "tabular text-right", column.isWideOnly && "hidden md:table-cell");
}
