import type { Metadata } from "next";
import { LostPage } from "@/components/shell/lost-page";
import { ButtonLink } from "@/components/ui/action/button-link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="h-dvh">
      <LostPage
        title="Nothing at this address"
        actions={
          <ButtonLink href="/" variant="primary">
            Back to the start
          </ButtonLink>
        }
      >
        The page may have moved, or it belongs to another business than the one you are in.
      </LostPage>
    </div>
  );
}
