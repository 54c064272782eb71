"use client";
import { MessageCircle } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/action/button";
import { Dialog } from "@/components/ui/overlay/dialog";
import { useDeskState } from "../desk/desk-context";
import { TryPanel } from "./try-panel";

/** The rehearsal where there is no room beside the form: one button, a sheet. */
export function TrySheet() {
  const [isOpen, setIsOpen] = useState(false);
  const name = useDeskState((state) => state.draft.settings.name);
  return (
    <div className="lg:hidden">
      <Button variant="primary" icon={<MessageCircle aria-hidden />} onClick={() => setIsOpen(true)}>
        Try it
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={`Try ${name}`}
        description="As it stands in the form. Nothing is booked or sent."
      >
        <div className="h-[min(560px,66dvh)]">
          <TryPanel isBare />
        </div>
      </Dialog>
    </div>
  );
}
