"use client";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Banner } from "@/components/ui/page/banner";

type JoinButtonProps = { token: string; tenantName: string };

/** Accepts an invitation as the person who is signed in under its address. */
export function JoinButton({ token, tenantName }: JoinButtonProps) {
  const [isJoining, setIsJoining] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function join() {
    setIsJoining(true);
    const answer = await callApi("POST", "/api/v1/me/memberships", { body: { token } });
    if (answer.ok) return location.assign("/");
    setIsJoining(false);
    setFailure(sentenceOf(answer.problem));
  }

  return (
    <div className="flex flex-col gap-4">
      {failure && <Banner tone="bad" title={failure} />}
      <Button variant="primary" size="lg" wide isLoading={isJoining} onClick={join}>
        {`Join ${tenantName}`}
      </Button>
    </div>
  );
}
