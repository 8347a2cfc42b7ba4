import type { Language } from './language.ts';

export const spanish: Language = {
  name: 'Spanish',
  source:
    'No public example of a Spanish Splash start list was found; "Serie k" is Meet Manager’s Spanish, the rest the dictionary’s.',
  seen: false,
  genders: {
    female: ['Femenino', 'Femenina', 'Mujeres', 'Damas', 'Chicas'],
    male: ['Masculino', 'Masculina', 'Hombres', 'Varones', 'Chicos'],
    mixed: ['Mixto', 'Mixta', 'Mixed'],
  },
  strokes: {
    medley: ['Estilos', 'Combinado', 'Individual Combinado'],
    freestyle: ['Libre', 'Libres'],
    backstroke: ['Espalda', 'Dorso'],
    breaststroke: ['Braza', 'Pecho'],
    butterfly: ['Mariposa'],
  },
  relay: ['Relevo', 'Relevos', 'Posta'],
  rounds: ['Eliminatoria', 'Eliminatorias', 'Preliminar', 'Semifinal', 'Final', 'Finales'],
  lists: {
    event: ['Prueba', 'Evento'],
    heat: ['Serie'],
    of: ['de'],
    page: ['Página'],
    startList: ['Lista de salida', 'Lista de salidas', 'Startlist'],
    results: ['Lista de resultados', 'Resultados'],
    birthYear: ['AN', 'Año'],
  },
};
