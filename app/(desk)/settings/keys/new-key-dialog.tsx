"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/action/button";
import { CopyField } from "@/components/ui/display/copy-field";
import { Dialog } from "@/components/ui/overlay/dialog";
import { Banner } from "@/components/ui/page/banner";

/** A new key, this once. The list behind is refreshed when it closes: refreshing earlier could take this dialog away. */
export function NewKeyDialog({ apiKey, onClose }: { apiKey: string; onClose: () => void }) {
  const router = useRouter();

  function close() {
    onClose();
    router.refresh();
  }

  return (
    <Dialog
      open
      onOpenChange={close}
      title="Your new key"
      footer={
        <Button variant="primary" onClick={close}>
          I have stored it
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <CopyField label="API key" value={apiKey} />
        <Banner tone="warn" title="Copy it now">
          We store only a fingerprint of it and cannot show it again.
        </Banner>
      </div>
    </Dialog>
  );
}
