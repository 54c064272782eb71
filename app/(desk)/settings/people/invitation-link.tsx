"use client";
import { Button } from "@/components/ui/action/button";
import { CopyField } from "@/components/ui/display/copy-field";
import { Dialog } from "@/components/ui/overlay/dialog";

type InvitationLinkProps = { email: string; url: string; onClose: () => void };

/** The link of an invitation, shown once. */
export function InvitationLink({ email, url, onClose }: InvitationLinkProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="The invitation is ready"
      description={`Send this link to ${email}. It works once, for seven days, and is not shown again.`}
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
