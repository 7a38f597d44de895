// An image of the library with all its members.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A drive of the library of the cloud: an image to clone from. Nobody can change it (guide 10).</summary>
public sealed record LibraryDrive : ApiModel
{
    /// <summary>Uuid of the image.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Title of the image.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>What the image holds.</summary>
    [JsonIgnore]
    public string Description { get => _description.Or(""); init => _description = new(value); }
    [JsonInclude, JsonPropertyName("description")] internal Member<string> _description;

    /// <summary>Size in bytes.</summary>
    [JsonIgnore]
    public ByteSize Size { get => _size.Value; init => _size = new(value); }
    [JsonInclude, JsonPropertyName("size")] internal Member<ByteSize> _size;

    /// <summary>Disk or CD-ROM. A CD-ROM can be attached to a server as it is; a disk has to be cloned first.</summary>
    [JsonIgnore]
    public DriveMedia Media { get => _media.Value; init => _media = new(value); }
    [JsonInclude, JsonPropertyName("media")] internal Member<DriveMedia> _media;

    /// <summary>State of the image.</summary>
    [JsonIgnore]
    public DriveStatus Status { get => _status.Value; init => _status = new(value); }
    [JsonInclude, JsonPropertyName("status")] internal Member<DriveStatus> _status;

    /// <summary>What the image is for.</summary>
    [JsonIgnore]
    public LibraryImageType ImageType { get => _imageType.Value; init => _imageType = new(value); }
    [JsonInclude, JsonPropertyName("image_type")] internal Member<LibraryImageType> _imageType;

    /// <summary>Family of the operating system, e.g. <c>linux</c> or <c>windows</c>.</summary>
    [JsonIgnore]
    public string Os { get => _os.Or(""); init => _os = new(value); }
    [JsonInclude, JsonPropertyName("os")] internal Member<string> _os;

    /// <summary>Distribution of the operating system, e.g. <c>Ubuntu</c>.</summary>
    /// <value>Null where there is none.</value>
    [JsonIgnore]
    public string? Distribution { get => _distribution.Value; init => _distribution = new(value); }
    [JsonInclude, JsonPropertyName("distribution")] internal Member<string> _distribution;

    /// <summary>Version of the operating system.</summary>
    /// <value>Null where there is none.</value>
    [JsonIgnore]
    public string? Version { get => _version.Value; init => _version = new(value); }
    [JsonInclude, JsonPropertyName("version")] internal Member<string> _version;

    /// <summary>Word size of the operating system, e.g. <c>64</c>.</summary>
    [JsonIgnore]
    public string Arch { get => _arch.Or(""); init => _arch = new(value); }
    [JsonInclude, JsonPropertyName("arch")] internal Member<string> _arch;

    /// <summary>Purposes, e.g. <c>general</c> or <c>webserver</c>.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Category { get => _category.Or([]); init => _category = new(value); }
    [JsonInclude, JsonPropertyName("category")] internal Member<IReadOnlyList<string>> _category;

    /// <summary>Notes for whoever uses the image; they may have the first user and password. Not printed by <see cref="ToString"/>.</summary>
    [JsonIgnore]
    public string InstallNotes { get => _installNotes.Or(""); init => _installNotes = new(value); }
    [JsonInclude, JsonPropertyName("install_notes")] internal Member<string> _installNotes;

    /// <summary>Home page of the operating system; may be empty.</summary>
    [JsonIgnore]
    public string Url { get => _url.Or(""); init => _url = new(value); }
    [JsonInclude, JsonPropertyName("url")] internal Member<string> _url;

    /// <summary>Whether the image is marked as popular.</summary>
    [JsonIgnore]
    public bool Favourite { get => _favourite.Value; init => _favourite = new(value); }
    [JsonInclude, JsonPropertyName("favourite")] internal Member<bool> _favourite;

    /// <summary>Whether the use of the image costs extra.</summary>
    [JsonIgnore]
    public bool Paid { get => _paid.Value; init => _paid = new(value); }
    [JsonInclude, JsonPropertyName("paid")] internal Member<bool> _paid;

    /// <summary>Licences that a clone of the image takes over.</summary>
    [JsonIgnore]
    public IReadOnlyList<DriveLicense> Licenses { get => _licenses.Or([]); init => _licenses = new(value); }
    [JsonInclude, JsonPropertyName("licenses")] internal Member<IReadOnlyList<DriveLicense>> _licenses;

    /// <summary>Whether the image may be attached to several servers at once.</summary>
    [JsonIgnore]
    public bool AllowMultimount { get => _allowMultimount.Value; init => _allowMultimount = new(value); }
    [JsonInclude, JsonPropertyName("allow_multimount")] internal Member<bool> _allowMultimount;

    /// <summary>Placement affinities.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Affinities { get => _affinities.Or([]); init => _affinities = new(value); }
    [JsonInclude, JsonPropertyName("affinities")] internal Member<IReadOnlyList<string>> _affinities;

    /// <summary>The storage of the image.</summary>
    /// <value>Null in all known answers.</value>
    [JsonIgnore]
    public StorageType? StorageType { get => _storageType.Value; init => _storageType = new(value); }
    [JsonInclude, JsonPropertyName("storage_type")] internal Member<StorageType?> _storageType;

    /// <summary>Free keys and values.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>Tags of the image.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Tags { get => _tags.Or([]); init => _tags = new(value); }
    [JsonInclude, JsonPropertyName("tags")] internal Member<IReadOnlyList<ResourceReference>> _tags;

    /// <summary>Servers that have the image attached.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> MountedOn { get => _mountedOn.Or([]); init => _mountedOn = new(value); }
    [JsonInclude, JsonPropertyName("mounted_on")] internal Member<IReadOnlyList<ResourceReference>> _mountedOn;

    /// <summary>Jobs that concern the image; finished ones leave after 3 days.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Jobs { get => _jobs.Or([]); init => _jobs = new(value); }
    [JsonInclude, JsonPropertyName("jobs")] internal Member<IReadOnlyList<ResourceReference>> _jobs;

    /// <summary>The user that owns the image.</summary>
    /// <value>Null: that is how an image of the library is told from a drive.</value>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>Address of the image.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;

    /// <summary>Name, uuid and kind; no notes, for they may have a password.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"LibraryDrive {Name} ({Uuid:D}, {ImageType})";
}
