// The public library: what it holds, how it is filtered, and its licences.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public sealed class LibraryTests : EmulatorTest
{
    [Fact]
    public async Task It_holds_systems_appliances_and_media_with_names_of_their_own()
    {
        var images = (await GetAsync("libdrives/?limit=0")).Is(200).Objects;
        Assert.True(images.Count >= 40, $"{images.Count}");
        Assert.Equal(images.Count, images.Select(static image => (string)image!["name"]!).Distinct().Count());
        Assert.Equal(images.Count, images.Select(static image => (string)image!["uuid"]!).Distinct().Count());
        Assert.All(images, static image =>
        {
            Assert.NotEmpty((string)image!["install_notes"]!);
            Assert.Equal((string?)image["media"] == "cdrom", (string?)image["image_type"] is "install" or "live");
            Assert.Equal(image["licenses"]!.AsArray().Count > 0, (bool)image["paid"]!);
            Assert.Null(image["owner"]);
        });
    }

    [Theory]
    [InlineData("category=dbserver", "PostgreSQL 16 on Debian 12|MariaDB 11 on Debian 12|SQL Server 2022 Standard|SQL Server 2022 Enterprise|SQL Server 2022 Web")]
    [InlineData("arch=32", "Debian 12 32 Bit")]
    [InlineData("os=other&image_type=install", "FreeBSD 14 Installer|OpenBSD 7.5 Installer")]
    [InlineData("distribution=Ubuntu,Fedora&version=24.04,40&image_type=preinst", "Ubuntu 24.04 LTS|Fedora Server 40")]
    [InlineData("name__icontains=WINDOWS%20SERVER%202022", "Windows Server 2022 Standard")]
    [InlineData("image_type=live", "SystemRescue 11|GParted Live 1.6")]
    public async Task Images_are_filtered_as_the_schema_says(string query, string expected)
    {
        Assert.Equal(expected.Split('|'), (await GetAsync($"libdrives/?limit=0&{query}")).Names);
        Assert.Equal(expected.Split('|'), (await GetAsync($"libdrives/detail/?limit=0&{query}")).Names);
    }

    [Fact]
    public async Task The_uuid_of_an_image_is_the_same_in_every_cloud()
    {
        var image = (await GetAsync("libdrives/?name=Ubuntu%2024.04%20LTS")).First;
        await using var other = await CloudSigmaEmulator.StartAsync();
        using var client = NewClient(other, other.Accounts[0]);
        Assert.Equal((string?)image["uuid"], (await SendAsync(client, "GET", "libdrives/?name=Ubuntu%2024.04%20LTS")).Uuid);
    }

    [Fact]
    public async Task A_database_carries_two_licences_which_are_in_the_list_of_licences()
    {
        var listed = (await GetAsync("licenses/")).Is(200).Objects;
        Assert.Equal(["msft_7jq_00341", "msft_7nq_00302", "msft_p73_04837_core", "msft_tfa_00523"], listed.Select(static license => (string)license!["name"]!));
        var bindings = (await GetAsync("libdrives/?name=SQL%20Server%202022%20Standard")).First["licenses"]!.AsArray();
        Assert.Equal(["/api/2.0/licenses/12/", "/api/2.0/licenses/14/"], bindings.Select(static binding => (string)binding!["license"]!["resource_uri"]!));
        foreach (var license in (await GetAsync("libdrives/?limit=0")).Objects.SelectMany(static image => image!["licenses"]!.AsArray()).Select(static binding => binding!["license"]!))
        {
            Assert.Contains(listed, entry => JsonNode.DeepEquals(entry, license));
            Assert.True(JsonNode.DeepEquals(license, (await GetAsync($"licenses/{((string)license["resource_uri"]!).Split('/')[^2]}/")).Is(200).Json));
        }

        (await PostAsync("licenses/", new JsonObject())).Refused(405, "permission");
    }
}
