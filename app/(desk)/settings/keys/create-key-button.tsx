"use client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/action/button";
import { CreateKeyDialog } from "./create-key-dialog";
import { NewKeyDialog } from "./new-key-dialog";

/** Opens the form for a new key, then shows the key this once. */
export function CreateKeyButton({ isSecondary = false }: { isSecondary?: boolean }) {
  const [step, setStep] = useState<"closed" | "form" | { key: string }>("closed");
  return (
    <>
      <Button
        variant={isSecondary ? "secondary" : "primary"}
        icon={<Plus aria-hidden />}
        onClick={() => setStep("form")}
      >
        Create key
      </Button>
      {step === "form" && (
        <CreateKeyDialog onClose={() => setStep("closed")} onMade={(key) => setStep({ key })} />
      )}
      {typeof step === "object" && <NewKeyDialog apiKey={step.key} onClose={() => setStep("closed")} />}
    </>
  );
}
