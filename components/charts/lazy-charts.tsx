"use client";
import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/display/skeleton";

const loading = () => <Skeleton className="h-[208px] w-full rounded-card" />;

// The chart library is large and draws nothing on a server: it comes after the page.
export const Bars = dynamic(() => import("./bars"), { ssr: false, loading });
export const Line = dynamic(() => import("./line"), { ssr: false, loading });
