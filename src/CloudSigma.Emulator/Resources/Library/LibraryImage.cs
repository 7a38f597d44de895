// One public image and its stored form.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Resources.Licenses;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Library;

internal sealed record LibraryImage(string Name, string Os, string? Distribution, string? Version, string Media, int SizeGiB, params string[] Category)
{
    public const string Disk = "disk";
    public const string Cdrom = "cdrom";

    /// <summary>preinst, install or live. The API documents the first two.</summary>
    public string ImageType { get; init; } = "preinst";

    /// <summary>Bits of a word.</summary>
    public string Arch { get; init; } = "64";

    public bool Favourite { get; init; }

    /// <summary>What a paid image costs besides the hardware.</summary>
    public IReadOnlyList<License> Licenses { get; init; } = [];

    public string Url { get; init; } = "";

    /// <summary>The uuid is made of the name, so that scripts can rely on it.</summary>
    public Document ToDocument(CloudState state)
    {
        var id = IdGenerator.ToUuid(SHA256.HashData(Encoding.UTF8.GetBytes("library " + Name)));
        var document = new Document(id.ToString(), LibraryResource.Name, state.Library);
        var data = document.Data;
        data["affinities"] = new JsonArray();
        data["allow_multimount"] = false;
        data["arch"] = Arch;
        data["category"] = new JsonArray([.. Category.Select(static text => (JsonNode)text)]);
        data["description"] = $"{Name}, {Arch} bit, {Kind()}.";
        data["distribution"] = Distribution;
        data["favourite"] = Favourite;
        data["image_type"] = ImageType;
        data["install_notes"] = Notes();
        data["licenses"] = new JsonArray([.. Licenses.Select(static license => (JsonNode)license.ToBinding())]);
        data["media"] = Media;
        data["meta"] = new JsonObject();
        data["name"] = Name;
        data["os"] = Os;
        data["paid"] = Licenses.Count > 0;
        data["size"] = (long)SizeGiB << 30;
        data["status"] = DriveStatus.Unmounted;
        data["storage_type"] = null;
        data["url"] = Url;
        data["version"] = Version;
        return document;
    }

    private string Kind() => ImageType switch
    {
        "install" when Category.Contains("other") => "a medium to attach to a running system",
        "install" => "installation medium",
        "live" => "a system that starts from the medium",
        _ => $"ready to run, with VirtIO drivers{(Os == "windows" ? "" : " and SSH")}",
    };

    private string Notes()
    {
        if (Media == Cdrom)
            return "1. Attach the medium to a server as an IDE drive. 2. Start the server. 3. Connect by VNC. Several servers can share the medium.";
        var login = Os == "windows"
            ? "4. Connect by VNC or remote desktop and set the password of the administrator."
            : "4. Log in by SSH with the key of the server; set a password of your own where one is needed.";
        var licence = Licenses.Count > 0 ? $" The copy carries {string.Join(" and ", Licenses.Select(static license => license.Title))}, counted for each processor of a running server." : "";
        return $"1. Clone the image. 2. Attach the copy to a server as a VirtIO drive. 3. Start the server. {login}{licence}";
    }
}
