"use client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/action/button";
import { ReplyDialog } from "./reply-dialog";

/** Opens the form of a new saved reply. */
export function AddReply({ isSecondary }: { isSecondary?: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant={isSecondary ? "secondary" : "primary"}
        icon={<Plus aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        Add a reply
      </Button>
      {isOpen && <ReplyDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
