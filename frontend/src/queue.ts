/** Answers that take no longer than this need no word. */
const SOON = 800;
const LOOK = 1500;
/** A download that takes longer was given up, or is somebody else's. */
const PATIENCE = 120_000;

interface Place {
  own: number;
  ahead: number;
  seconds: number;
}

/** Says where a reader stands who asked for a document, while it waits: the browser shows nothing until it comes. */
export function enhanceQueue(told: HTMLElement): void {
  let asked = 0;
  const look = async (mine: number, until: number): Promise<void> => {
    if (mine !== asked) {
      return;
    }
    let place: Place | undefined;
    try {
      const answer = await fetch('/api/v1/document-queue');
      place = answer.ok ? ((await answer.json()) as Place) : undefined;
    } catch {
      // the portal is away: the download says so itself
    }
    const waits = place !== undefined && place.own > 0 && Date.now() < until;
    told.textContent = waits
      ? told.dataset.queue!.replace('{ahead}', String(place!.ahead)).replace('{seconds}', String(place!.seconds))
      : '';
    if (waits) {
      setTimeout(() => void look(mine, until), LOOK);
    }
  };
  const asks = (): void => {
    asked++;
    const mine = asked;
    setTimeout(() => void look(mine, Date.now() + PATIENCE), SOON);
  };
  document.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a[type="application/pdf"]')) {
      asks();
    }
  });
  document.addEventListener('submit', (event) => {
    if ((event.target as HTMLFormElement).action.endsWith('.pdf')) {
      asks();
    }
  });
}
