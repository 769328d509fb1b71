/**
 * Commands on points of the Earth. A point is a member of a sorted set; its score is the number of
 * the cell of a grid that it lies in ({@link io.jacinth.commands.geo.Grid}), so that what is near
 * has, mostly, neighbouring scores. A search ({@link io.jacinth.commands.geo.Search}) covers its
 * {@link io.jacinth.commands.geo.Area} with at most nine larger cells ({@link
 * io.jacinth.commands.geo.Cover}), each a range of scores. No state: one instance of each command
 * serves all threads.
 */
@NullMarked
package io.jacinth.commands.geo;

import org.jspecify.annotations.NullMarked;
