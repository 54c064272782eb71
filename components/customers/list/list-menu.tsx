"use client";
import { Download, Ellipsis, FileUp } from "lucide-react";
import { IconButton } from "@/components/ui/action/icon-button";
import { Menu, MenuItem } from "@/components/ui/overlay/dropdown-menu";

/** Bringing and taking whole lists. */
export function ListMenu({ mayExport }: { mayExport: boolean }) {
  return (
    <Menu
      align="end"
      trigger={<IconButton label="Lists" variant="secondary" icon={<Ellipsis aria-hidden />} />}
    >
      <MenuItem icon={<FileUp aria-hidden />} href="/customers/import">
        Import a list…
      </MenuItem>
      {mayExport && (
        <MenuItem
          icon={<Download aria-hidden />}
          onSelect={() => window.location.assign("/api/v1/customers/export")}
        >
          Export everybody as CSV
        </MenuItem>
      )}
    </Menu>
  );
}
