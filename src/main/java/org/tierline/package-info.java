/** Tierline: a customer-support desk whose ticket lifecycle is an executable BPMN diagram. */
package org.tierline;
