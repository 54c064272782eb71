"use client";
import { Button } from "@/components/ui/action/button";
import { CopyField } from "@/components/ui/display/copy-field";
import { Dialog } from "@/components/ui/overlay/dialog";

type InvitationLinkProps = { email: string; url: string; isMailed: boolean; onClose: () => void };

/** The link of an invitation, shown once. */
export function InvitationLink({ email, url, isMailed, onClose }: InvitationLinkProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={isMailed ? "The invitation is on its way" : "The invitation is ready"}
      description={`${isMailed ? `A mail with this link went to ${email}` : `Send this link to ${email}`}. It works once, for seven days, and is not shown again.`}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <CopyField label="Link" value={url} />
    </Dialog>
  );
}
