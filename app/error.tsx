"use client";
import { LostPage } from "@/components/shell/lost-page";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <div className="h-dvh">
      <LostPage
        title="That didn't work"
        actions={
          <>
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
            <ButtonLink href="/">Back to the start</ButtonLink>
          </>
        }
      >
        Something went wrong on our side. If it keeps happening, pass the reference on to whoever runs this
        desk.
        {error.digest && <p className="tabular mt-2 text-meta">Reference {error.digest}</p>}
      </LostPage>
    </div>
  );
}
