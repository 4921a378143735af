package org.parley.contract;

/**
 * What is wrong with one field of a request.
 *
 * @param field the field as the client named it, snake_case
 * @param message one sentence for people
 */
public record FieldProblem(String field, String message) {}
