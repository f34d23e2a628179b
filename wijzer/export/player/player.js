'use strict';
// The player of a presentation. On a wall one slide at a time, moved by keys, remote and buttons;
// on a phone all slides under each other. All that is shown stays in memory: it goes on without a
// network. The same script runs in the app and in a file that was saved.
(() => {
  const $ = (id) => document.getElementById(id);
  const words = JSON.parse($('woorden').textContent);
  const slides = $('dias');
  const served = document.body.dataset.dia || '';
  const order = document.body.dataset.volgorde || '';
  const wall = matchMedia('(min-width: 641px) and (min-height: 480px)');
  const known = new Map();
  let now = 0;

  const every = () => [...slides.children];
  const current = () => every()[now];
  const title = (slide) => slide.querySelector('h2').textContent;
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const keyOf = (slide, query) => `tegel=${slide.dataset.tegel}&${query}`;

  // --- what is said ------------------------------------------------------------------------------

  let silence;
  const tell = (text) => {
    $('melding').textContent = text;
    clearTimeout(silence);
    silence = setTimeout(() => { $('melding').textContent = ''; }, 12000);
  };
  const announce = (text) => { $('gezegd').textContent = text; };

  // --- which slide -------------------------------------------------------------------------------

  const mark = () => {
    const all = every();
    all.forEach((slide, place) => {
      slide.classList.toggle('nu', place === now);
      slide.setAttribute('aria-label', count(place));
    });
    $('nummer').textContent = count(now);
    $('knop-tabel').hidden = !current().querySelector('details');
    $('vorige').setAttribute('aria-disabled', now === 0);
    $('volgende').setAttribute('aria-disabled', now === all.length - 1);
    history.replaceState(null, '', `#${now + 1}`);
  };
  const count = (place) => filled(words.count, { nummer: place + 1, aantal: every().length });

  const go = (place) => {
    const to = Math.max(0, Math.min(every().length - 1, place));
    const left = current();
    if (to === now) return;
    const inside = left.contains(document.activeElement);
    now = to;
    mark();
    if (!wall.matches) current().scrollIntoView();
    if (inside) current().querySelector('h2').focus();
    announce(`${count(now)}. ${title(current())}`);
    follow(current()).catch(() => tell(words.partly));
    fetchAhead();
  };

  // --- another subdistrict or figure -------------------------------------------------------------

  const load = async (key) => {
    if (known.has(key)) return known.get(key);
    if (!served) throw new Error(words.absent);
    let answer;
    try {
      answer = await fetch(`${served}?${key}${wall.matches ? '' : '&scherm=telefoon'}`);
    } catch {
      throw new Error(words.lost);
    }
    if (!answer.ok) throw new Error(words.failed);
    const html = await answer.text();
    known.set(key, html);
    return html;
  };

  const put = async (slide, query) => {
    slide.dataset.wens = query;
    const html = await load(keyOf(slide, query));
    if (slide.dataset.wens !== query) return;
    slide.innerHTML = html;
    slide.dataset.codes = query;
    prepare(slide);
  };

  // Slides that began in the same area go along, so that the next slide is about it too. What
  // could not be fetched is tried again when its slide is shown.
  const areas = new Map();
  const follow = async (slide) => {
    const code = areas.get(slide.dataset.groep);
    const option = slide.querySelector(`select[data-kies="deel"] option[data-code="${code}"]`);
    if (option && option.value !== slide.dataset.codes) await put(slide, option.value);
  };

  const choose = async (select) => {
    const slide = select.closest('.dia');
    const option = select.selectedOptions[0];
    const { kies } = select.dataset;
    const byKey = document.activeElement === select && !select.dataset.aangewezen;
    try {
      await put(slide, option.value);
    } catch (error) {
      for (const one of select.options) one.selected = one.defaultSelected;
      tell(error.message);
      return;
    }
    const target = byKey ? slide.querySelector(`select[data-kies="${kies}"]`) : null;
    (target || slide.querySelector('h2')).focus();
    announce(`${option.text}. ${title(slide)}`);
    if (kies !== 'deel') return;
    areas.set(slide.dataset.groep, option.dataset.code);
    const followed = await Promise.allSettled(every().map(follow));
    const failed = followed.some((one) => one.status === 'rejected');
    if (failed) tell(words.partly);
    fetchAhead();
  };

  // In a saved file only what is in it can be chosen.
  const prepare = (slide) => {
    if (served) return;
    for (const select of slide.querySelectorAll('select')) {
      for (const option of select.options)
        option.disabled = !option.selected && !known.has(keyOf(slide, option.value));
      const alone = [...select.options].filter((one) => !one.disabled).length < 2;
      select.closest('label').classList.toggle('alleen', alone);
      select.disabled = alone;
    }
  };

  // Everything that may be asked for next, before the network goes away. Not on a phone: a room
  // of fifty phones would ask the same hundred pictures.
  let ahead = [];
  let busy = 0;
  const options = (slide, which) => [...slide.querySelectorAll(`select${which} option`)]
    .map((option) => keyOf(slide, option.value));
  const fetchAhead = () => {
    if (!served || !wall.matches) return;
    const all = every();
    const turned = [...all.slice(now), ...all.slice(0, now)];
    const wanted = turned.flatMap((slide) => options(slide, '[data-kies="deel"]'));
    ahead = [...new Set([...wanted, ...options(current(), '')])].filter((key) => !known.has(key));
    while (busy < 2 && ahead.length) next();
  };
  const next = async () => {
    busy += 1;
    while (ahead.length) {
      try {
        await load(ahead.shift());
      } catch {
        ahead = [];
      }
    }
    busy -= 1;
    if (!busy) document.body.dataset.opgehaald = known.size;
  };

  // --- panels ------------------------------------------------------------------------------------

  const black = (on) => {
    $('zwart').hidden = !on;
    for (const one of [slides, $('balk'), $('acties')]) one.inert = on;
    if (on) $('zwart').focus();
    else current().querySelector('h2').focus();
    announce(on ? words.black : title(current()));
  };

  const actions = (on) => {
    $('acties').hidden = !on;
    $('knop-acties').setAttribute('aria-expanded', on);
    (on ? $('acties').querySelector('h2') : $('knop-acties')).focus();
  };

  const table = () => {
    const details = current().querySelector('details');
    if (!details) return;
    details.open = !details.open;
    (details.open ? details.querySelector('summary') : $('knop-tabel')).focus();
  };

  const full = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.fullscreenEnabled) document.documentElement.requestFullscreen();
  };

  const overview = () => {
    $('lijst').replaceChildren(...every().map(card));
    $('overzicht').showModal();
    $('lijst').children[now].querySelector('button').focus();
  };

  const card = (slide, place) => {
    const item = document.createElement('li');
    item.append(knob(`${place + 1}. ${title(slide)}`, () => {
      $('overzicht').close();
      go(every().indexOf(slide));
    }));
    if (!order) return item;
    item.draggable = true;
    item.append(
      knob('↑', () => move(item, -1), filled(words.earlier, { titel: title(slide) })),
      knob('↓', () => move(item, 1), filled(words.later, { titel: title(slide) })),
    );
    return item;
  };
  const knob = (text, act, label) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    if (label) button.setAttribute('aria-label', label);
    button.addEventListener('click', act);
    return button;
  };

  const move = (item, by) => {
    const from = [...$('lijst').children].indexOf(item);
    place(from, Math.max(0, Math.min(every().length - 1, from + by)));
  };
  const place = async (from, to) => {
    if (from === to) return;
    const slide = every()[from];
    const shown = current();
    const settle = (target) => {
      slides.insertBefore(slide, every().filter((one) => one !== slide)[target] || null);
      now = every().indexOf(shown);
      mark();
      $('lijst').replaceChildren(...every().map(card));
      $('lijst').children[target].querySelector('button').focus();
    };
    settle(to);
    const before = every()[to - 1]?.dataset.dia || '';
    const asked = new URLSearchParams({ dia: slide.dataset.dia, na: before });
    const answer = await fetch(`${order}?${asked}`, { method: 'POST' }).catch(() => null);
    if (answer && answer.ok) {
      announce(filled(words.moved, { titel: title(slide), plaats: to + 1 }));
    } else {
      settle(from);
      tell(words.not_saved);
    }
  };

  let dragged = -1;
  const over = (event) => [...$('lijst').children].indexOf(event.target.closest('li'));
  $('lijst').addEventListener('dragstart', (event) => { dragged = over(event); });
  $('lijst').addEventListener('dragover', (event) => { if (dragged >= 0) event.preventDefault(); });
  $('lijst').addEventListener('drop', (event) => {
    event.preventDefault();
    if (dragged >= 0 && over(event) >= 0) place(dragged, over(event));
    dragged = -1;
  });
  $('lijst').addEventListener('keydown', (event) => {
    const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const item = event.target.closest('li');
    if (event.altKey && order) move(item, by);
    else (by < 0 ? item.previousSibling : item.nextSibling)?.querySelector('button').focus();
  });

  // --- keys, buttons, fingers --------------------------------------------------------------------

  const forward = () => go(now + 1);
  const back = () => go(now - 1);
  const MOVES = {
    ArrowRight: forward, ArrowDown: forward, PageDown: forward, ' ': forward,
    ArrowLeft: back, ArrowUp: back, PageUp: back,
    Home: () => go(0), End: () => go(every().length - 1),
  };
  const ACTS = {
    b: () => black(true), '.': () => black(true), f: full, o: overview,
    a: () => actions($('acties').hidden), t: table, '?': () => $('toetsen').showModal(),
  };
  const OWN = {
    select: ['ArrowUp', 'ArrowDown', 'Home', 'End', ' '],
    'button, summary': [' '],
    '.schuif': ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' ', 'Home', 'End'],
  };
  const needed = (event) => event.target instanceof Element
    && Object.entries(OWN).some(([what, keys]) => event.target.closest(what)
      && keys.includes(event.key));

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!$('zwart').hidden) {
      if (key in MOVES || ['b', '.', 'Escape'].includes(key)) {
        event.preventDefault();
        black(false);
      }
      return;
    }
    if (key === 'Escape' && !$('acties').hidden) actions(false);
    if (key === 'Escape' && current().querySelector('details[open]')) table();
    // On a phone the keys of a keyboard scroll, as on any page.
    const act = (wall.matches && !needed(event) && MOVES[key])
      || (event.target.tagName !== 'SELECT' && ACTS[key]);
    if (!act) return;
    event.preventDefault();
    act();
  });

  const press = (id, act) => $(id).addEventListener('click', act);
  press('vorige', back);
  press('volgende', forward);
  press('knop-acties', () => actions($('acties').hidden));
  press('acties-dicht', () => actions(false));
  press('knop-zwart', () => black(true));
  press('zwart', () => black(false));
  press('knop-groot', full);
  press('knop-tabel', table);
  press('knop-overzicht', overview);
  press('knop-toetsen', () => $('toetsen').showModal());
  $('knop-groot').hidden = !document.fullscreenEnabled;

  slides.addEventListener('change', (event) => choose(event.target));
  slides.addEventListener('pointerdown', (event) => {
    if (event.target.tagName === 'SELECT') event.target.dataset.aangewezen = 'ja';
  });

  let finger = null;
  slides.addEventListener('touchstart', (event) => {
    finger = event.touches.length === 1 && !event.target.closest('.schuif')
      ? event.touches[0] : null;
  }, { passive: true });
  slides.addEventListener('touchend', (event) => {
    if (!finger) return;
    const end = event.changedTouches[0];
    const [x, y] = [end.clientX - finger.clientX, end.clientY - finger.clientY];
    if (Math.abs(x) > 60 && Math.abs(y) < Math.abs(x) / 2) go(now + (x < 0 ? 1 : -1));
    finger = null;
  });

  // On a phone the number follows what stands at the top.
  const seen = new IntersectionObserver((entries) => {
    if (wall.matches) return;
    const found = entries.find((one) => one.isIntersecting);
    if (found) {
      now = every().indexOf(found.target);
      mark();
    }
  }, { rootMargin: '-10% 0px -85% 0px' });

  // --- begin -------------------------------------------------------------------------------------

  const clock = () => {
    $('klok').textContent = new Date().toLocaleTimeString('nl-NL',
      { hour: '2-digit', minute: '2-digit' });
  };
  addEventListener('offline', () => tell(words.offline));
  addEventListener('online', () => { tell(words.online); fetchAhead(); });
  addEventListener('hashchange', () => go(Number.parseInt(location.hash.slice(1), 10) - 1 || 0));

  for (const one of document.querySelectorAll('template[data-sleutel]'))
    known.set(one.dataset.sleutel, one.innerHTML);
  for (const slide of every()) {
    if (slide.dataset.tegel) known.set(keyOf(slide, slide.dataset.codes), slide.innerHTML);
    seen.observe(slide);
  }
  every().forEach(prepare);
  document.body.classList.add('speler');
  const asked = Number.parseInt(location.hash.slice(1), 10) - 1 || 0;
  now = Math.max(0, Math.min(every().length - 1, asked));
  mark();
  if (!wall.matches && now) current().scrollIntoView();
  clock();
  setInterval(clock, 5000);
  fetchAhead();
})();
