"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { aboutKey } from "@/components/customers/data/queries";
import { customerQuery } from "@/components/inbox/data/queries";
import { Refused, request } from "@/components/query/request";
import { toast } from "@/components/ui/overlay/toast";

type Method = "POST" | "PUT" | "PATCH" | "DELETE";

/** Changes something that hangs on a customer, then shows the new state. Returns whether it worked; says so when not. */
export function useAbout(id: string) {
  const queries = useQueryClient();
  const [isWorking, setIsWorking] = useState(false);

  async function save(method: Method, path: string, body?: object): Promise<boolean> {
    setIsWorking(true);
    try {
      await request(method, `/api/v1/customers/${id}${path}`, body ? { body } : {});
      await Promise.all([
        queries.invalidateQueries({ queryKey: customerQuery(id).queryKey }),
        queries.invalidateQueries({ queryKey: aboutKey(id) }),
      ]);
      return true;
    } catch (error) {
      const description = error instanceof Refused ? error.message.replace(/^\w+: /, "") : undefined;
      toast.error("Not saved", { description });
      return false;
    } finally {
      setIsWorking(false);
    }
  }

  return { save, isWorking };
}
