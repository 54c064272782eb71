"use client";
import { LostPage } from "@/components/shell/lost-page";
import { Button } from "@/components/ui/action/button";
import "./globals.css";

/** Replaces the root layout when that itself fails, so it brings its own <html>. */
export default function GlobalError({ retry }: { error: Error; retry: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body className="h-dvh">
        <title>That didn't work · Trunkline</title>
        <LostPage
          title="That didn't work"
          actions={
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
          }
        >
          Something went wrong on our side.
        </LostPage>
      </body>
    </html>
  );
}
