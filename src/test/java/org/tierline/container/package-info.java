/**
 * Tests that run inside the server, beside the desk: what only the container's transactions, its
 * threads and its database can show. The same tests run on H2 and on PostgreSQL.
 */
package org.tierline.container;
