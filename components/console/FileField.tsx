"use client";

import { ImageUp, X } from "lucide-react";
import { useState } from "react";
import { cx } from "../ui/cx";
import type { ControlProps } from "../ui/Field";
import { dataUrlName } from "./dataUrl";

type Props = { control: ControlProps; name: string; value: string; disabled: boolean; onChange: (value: string) => void };

const TYPES = "image/png,image/jpeg,image/webp,image/gif,image/bmp";

/** A picture: chosen, dropped or pasted. The field holds its data: URL. */
export function FileField({ control, name, value, disabled, onChange }: Props) {
  const [over, setOver] = useState(false);
  const take = (file: File | null | undefined) => {
    if (file && !disabled) void readAsDataUrl(file).then(onChange);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are shortcuts; the file input inside does the same by keyboard.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
      onPaste={(event) => take(event.clipboardData.files[0])}
      className={cx(
        "relative flex min-h-22 items-center gap-4 rounded-control border border-dashed px-3 py-2.5",
        "has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-1 has-[input:focus-visible]:outline-ink",
        control["aria-invalid"] ? "border-failed" : "border-line-input",
        over ? "bg-hover" : disabled ? "bg-sunken" : "bg-surface",
      )}
    >
      {dataUrlName(value) ? (
        // biome-ignore lint/performance/noImgElement: a data: URL of the visitor's own, which nothing can make smaller.
        <img src={value} alt="" className="max-h-18 max-w-28 shrink-0 rounded-tag border border-line bg-surface object-contain" />
      ) : (
        <ImageUp aria-hidden className="mx-2 size-6 shrink-0 text-ink-3" strokeWidth={1.5} />
      )}
      <div className="min-w-0 text-2">
        {value ? <div className="num truncate text-ink">{dataUrlName(value) ?? "A picture as base64"}</div> : null}
        <label htmlFor={control.id} className={cx(disabled ? "text-ink-3" : "link cursor-pointer text-ink-2 hover:text-ink")}>
          {value ? "Choose another picture" : "Choose a picture"}
        </label>
        <span className="text-ink-3">, drop it here, or paste it</span>
      </div>
      <input
        {...control}
        type="file"
        name={name}
        accept={TYPES}
        disabled={disabled}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file may be chosen again after it was removed.
          event.target.value = "";
        }}
      />
      {value && !disabled ? (
        <button
          type="button"
          aria-label="Remove the picture"
          onClick={() => onChange("")}
          className="absolute top-2 right-2 flex size-6 items-center justify-center rounded-tag"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </div>
  );
}

function readAsDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
