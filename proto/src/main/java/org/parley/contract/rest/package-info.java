/**
 * How both services answer over HTTP: JSON in and out, who asks, one problem mapper, one request
 * id.
 *
 * <p>Depends on {@code org.parley.contract}, Jakarta REST, servlets, the interface of MicroProfile
 * JWT and the model of OpenAPI. Every refusal leaves as problem+json and is logged once, here.
 */
@NullMarked
package org.parley.contract.rest;

import org.jspecify.annotations.NullMarked;
