// The walk that finds members which are only kept: it has to see every depth.
using System.Text.Json;

namespace CloudSigma.Sdk.Tests.Contract;

public class KeptMembersTests
{
    [Fact]
    public void Unknown_members_are_named_at_every_depth()
    {
        var server = JsonSerializer.Deserialize(
            """
            {"name": "web", "new_in_server": 1, "meta": {"free": "key"},
             "nics": [{"new_in_nic": true, "vlan": {"uuid": "11111111-2222-4333-8444-555555555555", "new_in_reference": 2}}]}
            """,
            SdkJson.Context.Server)!;

        Assert.Equal(["Nic.new_in_nic", "ResourceReference.new_in_reference", "Server.new_in_server"], KeptMembers.Find([server]));
    }

    [Fact]
    public void Unknown_members_of_a_definition_are_named()
    {
        var drive = JsonSerializer.Deserialize("""{"name": "data", "size": 1073741824, "media": "disk", "new_in_request": null}""", SdkJson.Context.NewDrive)!;

        Assert.Equal(["NewDrive.new_in_request"], KeptMembers.Find([drive]));
    }
}
