"use client";
import { Archive, ChevronDown, SlidersHorizontal, Tag as TagIcon, Trash2, UserPlus } from "lucide-react";
import { useState } from "react";
import { Specimen } from "@/app/design/specimen";
import { Button } from "@/components/ui/action/button";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { CommandCenter } from "@/components/ui/keyboard/command-center";
import { openPart } from "@/components/ui/keyboard/command-center-state";
import { useCommands } from "@/components/ui/keyboard/use-commands";
import { Dialog } from "@/components/ui/overlay/dialog";
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";
import { Popover } from "@/components/ui/overlay/popover";
import { toast } from "@/components/ui/overlay/toast";

export function ShowcaseOverlays() {
  const [isInviting, setIsInviting] = useState(false);
  const [isReleasing, setIsReleasing] = useState(false);
  useCommands("Conversation", [
    { id: "close", title: "Close conversation", hotkey: "c", icon: <Archive />, perform: () => closed() },
    {
      id: "invite",
      title: "Invite somebody",
      hotkey: "i",
      icon: <UserPlus />,
      perform: () => setIsInviting(true),
    },
    { id: "release", title: "Release number", icon: <Trash2 />, perform: () => setIsReleasing(true) },
  ]);
  return (
    <Specimen title="What floats">
      <Button onClick={() => setIsInviting(true)}>Dialog</Button>
      <Button onClick={() => setIsReleasing(true)}>Typed confirmation</Button>
      <ExampleMenu />
      <Popover label="Filter" trigger={<Button icon={<SlidersHorizontal aria-hidden />}>Popover</Button>}>
        <Field label="Tag">
          <Input placeholder="insurance" />
        </Field>
      </Popover>
      <Button onClick={closed}>Undo toast</Button>
      <Button onClick={() => toast.success("Saved")}>Success toast</Button>
      <Button onClick={undelivered}>Error toast</Button>
      <Button onClick={() => openPart("palette")} keys={["Mod", "K"]}>
        Palette
      </Button>
      <Button onClick={() => openPart("help")} keys={["?"]}>
        Shortcuts
      </Button>
      <InviteDialog open={isInviting} onOpenChange={setIsInviting} />
      <ConfirmDialog
        open={isReleasing}
        onOpenChange={setIsReleasing}
        title="Release +1 (500) 555-0006?"
        description="Calls and texts to it will no longer arrive, and somebody else may get the number. This cannot be undone."
        confirmLabel="Release number"
        typed="release"
        onConfirm={() => toast.success("Number released")}
      />
      <CommandCenter />
    </Specimen>
  );
}

function closed() {
  toast.undo("Conversation closed", () => toast.info("Open again"));
}

function undelivered() {
  toast.error("Couldn't deliver", { description: "This number is a landline. Call instead?" });
}

function ExampleMenu() {
  return (
    <Menu trigger={<Button iconAfter={<ChevronDown aria-hidden />}>Menu</Button>}>
      <MenuItem icon={<Archive />} keys={["E"]}>
        Close
      </MenuItem>
      <MenuItem icon={<TagIcon />}>Add a tag</MenuItem>
      <MenuSeparator />
      <MenuLabel>Priority</MenuLabel>
      <MenuChoice isChecked={false} onSelect={() => {}}>
        High
      </MenuChoice>
      <MenuChoice isChecked onSelect={() => {}}>
        Normal
      </MenuChoice>
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} tone="bad">
        Delete
      </MenuItem>
    </Menu>
  );
}

function InviteDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog
      {...props}
      title="Invite a colleague"
      description="They get an e-mail with a link that works for seven days."
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>Cancel</Button>
          <Button variant="primary">Send invitation</Button>
        </>
      }
    >
      <Field label="E-mail">
        <Input type="email" placeholder="anika@riverside.example" />
      </Field>
    </Dialog>
  );
}
