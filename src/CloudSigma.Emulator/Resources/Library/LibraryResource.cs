// /libdrives/: the public images. Everybody reads and clones them, nobody changes them.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Library;

internal static class LibraryResource
{
    public const string Name = "libdrives";

    public static ResourceDefinition Create(CloudState state)
    {
        foreach (var image in LibraryImages.All.Where(image => state.Location.Library?.Contains(image.Name) ?? true)) state.Library.Collection(Name).Add(image.ToDocument(state));
        return new ResourceDefinition(Name, Fields())
        {
            Library = true,
            HasDetail = true,
            ListMethods = ["GET"],
            ObjectMethods = ["GET"],
            Filters =
            [
                new("arch", "arch"), new("category", "category"), new("distribution", "distribution"), new("image_type", "image_type"),
                new("name", "name"), new("name__icontains", "name", Contains: true), new("os", "os"), new("uuid", "uuid"), new("version", "version"),
            ],
            Actions = [DriveClone.Action],
        };
    }

    private static IEnumerable<FieldDefinition> Fields() =>
    [
        new FieldDefinition("affinities", FieldType.List, "A list of affinities this drive should belong to") { Choices = ["ssd"], Default = new JsonArray() },
        new FieldDefinition("allow_multimount", FieldType.Boolean, "Allow the drive to be mounted on multiple guests. Not taken into account when drive is cdrom.") { Default = false },
        new FieldDefinition("arch", FieldType.String, "Operating system bit architecture the drive.") { SchemaRequired = true },
        new FieldDefinition("category", FieldType.List, "Category of the drive.") { Default = new JsonArray() },
        new FieldDefinition("description", FieldType.String, "Description of drive image."),
        new FieldDefinition("distribution", FieldType.String, "OS distribution of the drive."),
        new FieldDefinition("favourite", FieldType.Boolean, "Favourite drive image for user.") { SchemaRequired = true },
        new FieldDefinition("image_type", FieldType.String, "Type of drive image.") { SchemaRequired = true },
        new FieldDefinition("install_notes", FieldType.String, "Install notes for the drive image."),
        Member.Jobs(),
        Member.Licenses(),
        new FieldDefinition("media", FieldType.String, "Media representation type") { SchemaRequired = true, Choices = ["cdrom", "disk"] },
        new FieldDefinition("meta", FieldType.Dict, "User defined meta information") { Default = new JsonObject() },
        new FieldDefinition("mounted_on", FieldType.Related, "Servers on which this drive is mounted on") { ReadOnly = true, HasDefault = false, Many = true },
        new FieldDefinition("name", FieldType.String, "Human readable name of the drive") { SchemaRequired = true },
        new FieldDefinition("os", FieldType.String, "Operating system of the drive.") { SchemaRequired = true },
        new FieldDefinition("owner", FieldType.Related, "Owner of the drive") { ReadOnly = true },
        new FieldDefinition("paid", FieldType.Boolean, "Paid or free.") { SchemaRequired = true },
        Member.Uri(),
        new FieldDefinition("size", FieldType.Integer, "Size of the drive in bytes") { SchemaRequired = true },
        new FieldDefinition("status", FieldType.String, "Status of the drive.") { ReadOnly = true, SchemaRequired = true, HasDefault = false, Initial = DriveStatus.Unmounted },
        new FieldDefinition("storage_type", FieldType.String, "Underlying storage") { SchemaRequired = true, HasDefault = false },
        new FieldDefinition("tags", FieldType.Related, Member.ManyHelp) { Many = true, HasDefault = false },
        new FieldDefinition("url", FieldType.String, "Home page of the operating system."),
        Member.Id("UUID of the drive"),
        new FieldDefinition("version", FieldType.String, "OS version of the drive."),
    ];
}
