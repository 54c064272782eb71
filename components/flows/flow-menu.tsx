"use client";
import { History, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { Tag } from "@/components/ui/display/tag";
import { Dialog } from "@/components/ui/overlay/dialog";
import { Menu, MenuItem } from "@/components/ui/overlay/dropdown-menu";
import type { FlowView } from "@/lib/flows/schema";
import type { FlowDraft } from "./draft/use-flow-draft";

type FlowMenuProps = { flow: FlowView; draft: FlowDraft };

/** Versions, and the way out. */
export function FlowMenu({ flow, draft }: FlowMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const router = useRouter();
  const { save } = useSave();
  const remove = async () => {
    await draft.flush();
    const isGone = await save(() => callApi("DELETE", `/api/v1/flows/${flow.id}`), "The flow is put away.");
    if (isGone) router.push("/flows");
  };
  return (
    <>
      <Menu align="end" trigger={<Button variant="ghost">More</Button>}>
        <MenuItem icon={<History aria-hidden />} onSelect={() => setIsOpen(true)}>
          Versions
        </MenuItem>
        <MenuItem icon={<Trash2 aria-hidden />} tone="bad" onSelect={() => void remove()}>
          Put this flow away
        </MenuItem>
      </Menu>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title="Versions"
        description="An earlier one can serve again at once; the drawing stays as it is."
      >
        <Versions flow={flow} />
      </Dialog>
    </>
  );
}

function Versions({ flow }: { flow: FlowView }) {
  const { save, isSaving } = useSave();
  if (flow.versions.length === 0) return <p className="text-muted">Nothing was published yet.</p>;
  const serve = (version: number) =>
    save(
      () => callApi("PUT", `/api/v1/flows/${flow.id}/publication`, { body: { version } }),
      `Version ${version} serves from the next call on.`,
    );
  return (
    <ul className="divide-y divide-line">
      {flow.versions.map(({ version, note, createdAt, createdByName }) => (
        <li key={version} className="flex items-center gap-3 py-3">
          <div className="min-w-0 flex-1">
            <p className="font-semibold">
              Version {version}
              {note && <span className="font-normal"> · {note}</span>}
            </p>
            <p className="text-meta text-muted">
              <RelativeTime at={createdAt} />
              {createdByName && ` by ${createdByName}`}
            </p>
          </div>
          {flow.publishedVersion === version ? (
            <Tag tone="good">Serves</Tag>
          ) : (
            <Button size="sm" isLoading={isSaving} onClick={() => serve(version)}>
              Let version {version} serve
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
