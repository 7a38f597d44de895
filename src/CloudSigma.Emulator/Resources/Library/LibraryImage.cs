// One public image and its stored form.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Library;

internal sealed record LibraryImage(string Name, string Os, string? Distribution, string? Version, string Media, int SizeGiB, params string[] Category)
{
    public string ImageType { get; init; } = "preinst";

    public bool Favourite { get; init; }

    /// <summary>The name and title of the licence of a paid image.</summary>
    public (int Id, string Name, string Title)? License { get; init; }

    public string Url { get; init; } = "";

    /// <summary>The uuid is made of the name, so that scripts can rely on it.</summary>
    public Document ToDocument(CloudState state)
    {
        var id = IdGenerator.ToUuid(SHA256.HashData(Encoding.UTF8.GetBytes("library " + Name)));
        var document = new Document(id.ToString(), LibraryResource.Name, state.Library);
        var data = document.Data;
        data["affinities"] = new JsonArray();
        data["allow_multimount"] = false;
        data["arch"] = "64";
        data["category"] = new JsonArray([.. Category.Select(static text => (JsonNode)text)]);
        data["description"] = $"{Name}, 64 bit, {(Media == "cdrom" ? "installation medium" : "ready to run, with VirtIO drivers and SSH")}.";
        data["distribution"] = Distribution;
        data["favourite"] = Favourite;
        data["image_type"] = ImageType;
        data["install_notes"] = Media == "cdrom"
            ? "Attach the medium to a server and start from it."
            : "Clone the image and attach the copy to a server. Log in with the SSH key of the server.";
        data["licenses"] = License is { } license ? new JsonArray(Binding(license)) : new JsonArray();
        data["media"] = Media;
        data["meta"] = new JsonObject();
        data["name"] = Name;
        data["os"] = Os;
        data["paid"] = License is not null;
        data["size"] = (long)SizeGiB << 30;
        data["status"] = DriveStatus.Unmounted;
        data["storage_type"] = null;
        data["url"] = Url;
        data["version"] = Version;
        return document;
    }

    private static JsonObject Binding((int Id, string Name, string Title) license) => new()
    {
        ["amount"] = 1,
        ["license"] = new JsonObject
        {
            ["burstable"] = true,
            ["long_name"] = license.Title,
            ["name"] = license.Name,
            ["resource_uri"] = $"/api/2.0/licenses/{license.Id}/",
            ["type"] = "instance",
            ["user_metric"] = "smp",
        },
        ["user"] = null,
    };
}
