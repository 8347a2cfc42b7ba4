import { ERROR_STATUS } from '@heatsync/shared';
import { z } from 'zod';
import { API_ROUTES, type ApiRoute } from './apiRoutes.ts';

const toSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

const content = (media: string, schema: object) => ({ content: { [media]: { schema } } });

const parametersOf = ({ path, query, headers = [] }: ApiRoute) => {
  const text = { schema: { type: 'string' } };
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    ...text,
  }));
  const shape = query instanceof z.ZodObject ? Object.keys(query.shape) : [];
  const inQuery = shape.map((name) => ({ name, in: 'query', ...text }));
  return [...inPath, ...inQuery, ...headers.map((name) => ({ name, in: 'header', ...text }))];
};

const bodyOf = ({ json, form }: ApiRoute) => {
  if (form) return { requestBody: content('multipart/form-data', toSchema(form, 'input')) };
  return json ? { requestBody: content('application/json', toSchema(json, 'input')) } : {};
};

const operationOf = (route: ApiRoute) => {
  const { summary, status = 200, answer, media, errors, deprecated } = route;
  const body = answer
    ? content('application/json', toSchema(answer, 'output'))
    : content(media ?? 'text/plain', { type: 'string' });
  return {
    summary,
    ...(deprecated && { deprecated }),
    parameters: parametersOf(route),
    ...bodyOf(route),
    responses: {
      [status]: { description: 'Done.', ...body },
      default: {
        description: 'An error.',
        ...content('application/json', toSchema(errors, 'output')),
      },
    },
  };
};

const createDocument = () => {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of API_ROUTES)
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'HeatSync',
      version: '2',
      description: `Errors say { success: false, error: CODE, message }. Codes: ${Object.keys(ERROR_STATUS).join(', ')}.`,
    },
    paths,
  };
};

/** The API's description (OpenAPI 3.1), made from the schemas that the program itself uses. */
export const OPENAPI = createDocument();
