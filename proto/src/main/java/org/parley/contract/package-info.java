/**
 * What both services and their clients agree on: the closed list of problems and how JSON looks.
 *
 * <p>Depends on the JDK and Jackson only. Generated gRPC stubs stand in sub-packages named after
 * their proto package.
 */
@NullMarked
package org.parley.contract;

import org.jspecify.annotations.NullMarked;
