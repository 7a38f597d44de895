// Which remote snapshots a list has.
using CloudSigma.Sdk.Core.Filters;

namespace CloudSigma.Sdk;

/// <summary>Narrows a list of remote snapshots. Values within one call are alternatives, calls narrow the list further (guide 8.4).</summary>
public sealed class RemoteSnapshotFilter : ResourceFilter<RemoteSnapshotFilter>
{
    /// <summary>Keeps snapshots of one of the drives.</summary>
    /// <param name="uuids">Uuids of drives.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no uuid, or one is empty.</exception>
    public RemoteSnapshotFilter Drive(params IReadOnlyList<Guid> uuids) => Where("drive", uuids);

    /// <summary>Keeps snapshots with one of the names, written exactly so.</summary>
    /// <param name="names">The names; commas and backslashes in them are escaped.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no name, or one is null or has a NUL character.</exception>
    public RemoteSnapshotFilter Name(params IReadOnlyList<string> names) => Where("name", names);

    /// <summary>Keeps snapshots whose name has one of the parts, in upper or lower case.</summary>
    /// <param name="parts">The parts; commas and backslashes in them are escaped.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no part, or one is null or has a NUL character.</exception>
    public RemoteSnapshotFilter NameContains(params IReadOnlyList<string> parts) => Where("name__contains", parts);

    /// <summary>Keeps snapshots with one of the tags, by the names of the tags. A second call asks for both.</summary>
    /// <param name="names">Names of tags.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no name, or one is null or has a NUL character.</exception>
    public RemoteSnapshotFilter Tag(params IReadOnlyList<string> names) => Where("tag__name", names);

    /// <summary>Keeps snapshots with one of the tags, by the uuids of the tags. A second call asks for both.</summary>
    /// <param name="uuids">Uuids of tags.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no uuid, or one is empty.</exception>
    public RemoteSnapshotFilter TagUuid(params IReadOnlyList<Guid> uuids) => Where("tag", uuids);

    /// <summary>Keeps snapshots with one of the uuids.</summary>
    /// <param name="uuids">Uuids of snapshots.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no uuid, or one is empty.</exception>
    public RemoteSnapshotFilter Uuid(params IReadOnlyList<Guid> uuids) => Where("uuid", uuids);

    /// <summary>Chooses the members that the listed objects have; all others keep their defaults (guide 8.3).</summary>
    /// <param name="names">JSON names of members, e.g. <c>uuid</c>, <c>name</c>, <c>status</c>.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no name, or one is empty.</exception>
    public RemoteSnapshotFilter Fields(params IReadOnlyList<string> names) => SelectFields(names);
}
