// What a page cannot do from the server: keep a transcript at its end, send on Enter, make a sound, come back after a lost connection.
(() => {
  "use strict";

  // Enter sends, Shift+Enter is a new line. Not while an input method is composing a character.
  document.addEventListener("keydown", (event) => {
    const box = event.target;
    if (event.key === "Escape") document.body.classList.add("tips-hidden");
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (!(box instanceof HTMLTextAreaElement) || !box.hasAttribute("data-enter-sends")) return;
    event.preventDefault();
    box.form?.requestSubmit();
  });
  for (const kind of ["focusin", "mouseover"]) {
    document.addEventListener(kind, () => document.body.classList.remove("tips-hidden"));
  }

  // A transcript stays at its newest line unless somebody has scrolled up to read.
  const away = new WeakSet();
  const heights = new WeakMap();
  const sizes = new WeakMap();
  const sizeOf = (log) => `${log.clientWidth}x${log.clientHeight}`;
  const resizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      sizes.set(target, sizeOf(target));
      if (!away.has(target)) target.scrollTop = target.scrollHeight;
    }
  });
  const isAtEnd = (log) => log.scrollHeight - log.scrollTop - log.clientHeight < 48;
  document.addEventListener("scroll", ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.hasAttribute("data-stick")) return;
    // In a new size the browser moves the text by itself, which says nothing of where the reader wants to be.
    if (sizes.get(target) !== sizeOf(target)) return;
    if (isAtEnd(target)) {
      away.delete(target);
      target.removeAttribute("data-more");
    } else {
      away.add(target);
    }
  }, true);
  new MutationObserver(() => {
    for (const log of document.querySelectorAll("[data-stick]")) {
      if (!sizes.has(log)) {
        sizes.set(log, sizeOf(log));
        resizes.observe(log);
      }
      const grew = heights.has(log) && log.scrollHeight > heights.get(log);
      heights.set(log, log.scrollHeight);
      if (!away.has(log)) log.scrollTop = log.scrollHeight;
      else if (grew) log.setAttribute("data-more", "");
    }
  }).observe(document.body, { childList: true, subtree: true });
  // Whoever sends wants to see the end: their own words, or the messages they had not seen.
  document.addEventListener("submit", () => {
    for (const log of document.querySelectorAll("[data-stick]")) {
      away.delete(log);
      log.scrollTop = log.scrollHeight;
    }
  });

  // A server that no longer knows this page cannot bring it back: the address can.
  const modal = document.getElementById("components-reconnect-modal");
  if (modal) {
    new MutationObserver(() => {
      if (modal.classList.contains("components-reconnect-rejected")) location.reload();
    }).observe(modal, { attributes: true, attributeFilter: ["class"] });
  }

  let audio;
  window.handoffConsole = {
    // Who closes a form goes on where they opened it.
    focus(id) {
      document.getElementById(id)?.focus();
    },
    // Two soft tones; a browser that has not been touched yet may stay silent.
    chime() {
      audio ??= new AudioContext();
      const start = audio.currentTime;
      [660, 880].forEach((pitch, place) => {
        const tone = audio.createOscillator();
        const volume = audio.createGain();
        const at = start + place * 0.18;
        tone.frequency.value = pitch;
        volume.gain.setValueAtTime(0, at);
        volume.gain.linearRampToValueAtTime(0.15, at + 0.02);
        volume.gain.linearRampToValueAtTime(0, at + 0.16);
        tone.connect(volume).connect(audio.destination);
        tone.start(at);
        tone.stop(at + 0.17);
      });
    },
  };
})();
