import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { addFiles } from "../uploads/upload-queue.ts";
import { carried } from "./search.ts";

/** Files dropped anywhere go to the sources page and are read there. */
export function useDrop(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void addFiles(files);
      void navigate({ to: "/sources", search: carried });
    };
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
    };
  }, [navigate]);
}
