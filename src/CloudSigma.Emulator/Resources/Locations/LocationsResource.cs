// /locations/: this emulator first, then some places of the real cloud.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Hosting;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Locations;

internal static class LocationsResource
{
    private static readonly string[] Members =
    [
        "alternative_frontend_url", "api_endpoint", "country_code", "default_frontend_signup_url", "default_frontend_url",
        "display_name", "documentation_url", "id", "upload_url", "websocket_url",
    ];

    private static readonly (string Id, string Host, string Country, string Name)[] Places =
    [
        ("ZRH", "zrh.cloudsigma.com", "CH", "Zurich, Switzerland"),
        ("GVA", "gva.cloudsigma.com", "CH", "Geneva, Switzerland"),
        ("FRA", "fra.cloudsigma.com", "DE", "Frankfurt, Germany"),
        ("DUS", "dus.cloudsigma.com", "DE", "Duesseldorf, Germany"),
        ("PER", "per.cloudsigma.com", "AU", "Perth, Australia"),
        ("TYO", "tyo.cloudsigma.com", "JP", "Tokyo, Japan"),
        ("MNL", "mnl.cloudsigma.com", "PH", "Manila, Philippines"),
        ("HNL", "hnl.cloudsigma.com", "US", "Honolulu, United States"),
    ];

    /// <summary>Declares the list. The emulator learns its own addresses only when it listens.</summary>
    public static ResourceDefinition Create(CloudState state, EmulatorHosts hosts)
    {
        var documents = state.Library.Collection("locations");
        documents.Add(new Document("EMU", "locations", state.Library));
        foreach (var place in Places)
        {
            var document = new Document(place.Id, "locations", state.Library);
            var data = document.Edit();
            data["alternative_frontend_url"] = $"https://{place.Host}/ui/";
            data["api_endpoint"] = $"https://{place.Host}/api/2.0/";
            data["country_code"] = place.Country;
            data["default_frontend_signup_url"] = $"https://{place.Host}/ui/";
            data["default_frontend_url"] = $"https://{place.Host}/ui/";
            data["display_name"] = place.Name;
            data["upload_url"] = $"https://direct.{place.Host}/api/2.0/";
            data["websocket_url"] = $"wss://direct.{place.Host}/websocket";
            documents.Add(document);
        }

        return new ResourceDefinition("locations", Members.Select(name => new FieldDefinition(name, FieldType.String, Member.TextHelp)
        {
            ReadOnly = true,
            Show = view => view.Document.Id == "EMU" ? Own(name, hosts) : name switch
            {
                "id" => view.Document.Id,
                "documentation_url" => "https://docs.cloudsigma.com",
                _ => view.Document.Text(name),
            },
        }))
        {
            Library = true,
            Open = true,
            ListMethods = ["GET"],
            ObjectMethods = [],
            HasSchema = false,
        };
    }

    private static string Own(string member, EmulatorHosts hosts) => member switch
    {
        "api_endpoint" => hosts.Api.AbsoluteUri,
        "upload_url" => hosts.Direct.AbsoluteUri,
        "websocket_url" => $"ws://{hosts.Api.Authority}/websocket",
        "country_code" => "XX",
        "display_name" => "Emulator, this machine",
        "documentation_url" => "https://docs.cloudsigma.com",
        "id" => "EMU",
        _ => $"http://{hosts.Api.Authority}/",
    };
}
