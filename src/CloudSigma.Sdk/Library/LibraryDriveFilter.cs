// Which images of the library a list has.
using CloudSigma.Sdk.Core.Filters;

namespace CloudSigma.Sdk;

/// <summary>Narrows a list of library drives. Values within one call are alternatives, calls narrow the list further (guide 8.4).</summary>
public sealed class LibraryDriveFilter : ResourceFilter<LibraryDriveFilter>
{
    /// <summary>Keeps images of one of the word sizes.</summary>
    /// <param name="values">Word sizes, e.g. <c>64</c>.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no value, or one is null or has a NUL character.</exception>
    public LibraryDriveFilter Arch(params IReadOnlyList<string> values) => Where("arch", values);

    /// <summary>Keeps images for one of the purposes.</summary>
    /// <param name="values">Purposes, e.g. <c>general</c> or <c>webserver</c>.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no value, or one is null or has a NUL character.</exception>
    public LibraryDriveFilter Category(params IReadOnlyList<string> values) => Where("category", values);

    /// <summary>Keeps images of one of the distributions.</summary>
    /// <param name="values">Distributions, e.g. <c>Ubuntu</c>.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no value, or one is null or has a NUL character.</exception>
    public LibraryDriveFilter Distribution(params IReadOnlyList<string> values) => Where("distribution", values);

    /// <summary>Keeps images with one of the names, written exactly so.</summary>
    /// <param name="names">The names; commas and backslashes in them are escaped.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no name, or one is null or has a NUL character.</exception>
    public LibraryDriveFilter Name(params IReadOnlyList<string> names) => Where("name", names);

    /// <summary>Keeps images whose name has one of the parts, in upper or lower case.</summary>
    /// <param name="parts">The parts; commas and backslashes in them are escaped.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no part, or one is null or has a NUL character.</exception>
    public LibraryDriveFilter NameContains(params IReadOnlyList<string> parts) => Where("name__icontains", parts);

    /// <summary>Keeps images of one of the families of operating systems.</summary>
    /// <param name="values">Families, e.g. <c>linux</c> or <c>windows</c>.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no value, or one is null or has a NUL character.</exception>
    public LibraryDriveFilter Os(params IReadOnlyList<string> values) => Where("os", values);

    /// <summary>Keeps images of one of the versions.</summary>
    /// <param name="values">Versions of the operating system.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no value, or one is null or has a NUL character.</exception>
    public LibraryDriveFilter Version(params IReadOnlyList<string> values) => Where("version", values);

    /// <summary>Keeps images of one of the kinds.</summary>
    /// <param name="types">The kinds.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no kind.</exception>
    public LibraryDriveFilter ImageType(params IReadOnlyList<LibraryImageType> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        return Where("image_type", [.. types.Select(static t => t.Value)]);
    }

    /// <summary>Keeps images with one of the uuids.</summary>
    /// <param name="uuids">Uuids of images.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no uuid, or one is empty.</exception>
    public LibraryDriveFilter Uuid(params IReadOnlyList<Guid> uuids) => Where("uuid", uuids);

    /// <summary>Chooses the members that the listed objects have; all others keep their defaults (guide 8.3).</summary>
    /// <param name="names">JSON names of members, e.g. <c>uuid</c>, <c>name</c>, <c>os</c>.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no name, or one is empty.</exception>
    public LibraryDriveFilter Fields(params IReadOnlyList<string> names) => SelectFields(names);
}
