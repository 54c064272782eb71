import { streamCsv } from "@/lib/http";
import { exportCustomers } from "@/lib/imports";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "customers.export" }, ({ ctx }) =>
  streamCsv(exportCustomers(ctx), "customers.csv"),
);
