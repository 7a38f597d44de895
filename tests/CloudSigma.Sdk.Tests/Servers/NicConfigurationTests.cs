using System.Net;
using System.Text.Json;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>The typed forms give the documented JSON, and what guide 12 forbids cannot be said with them.</summary>
public class NicConfigurationTests
{
    private const string Address = "203.0.113.7";
    private const string Address6 = "2001:db8::7";
    private static readonly Guid Vlan = new("10619300-edda-42ba-91e0-7e3df0689d00");

    public static TheoryData<NicConfiguration, string> Forms => new()
    {
        { NicConfiguration.None, "{}" },
        { NicConfiguration.Dhcp(), """{"ip_v4_conf": {"conf": "dhcp"}}""" },
        { NicConfiguration.Manual(), """{"ip_v4_conf": {"conf": "manual"}}""" },
        { NicConfiguration.Static(IPAddress.Parse(Address)), """{"ip_v4_conf": {"conf": "static", "ip": "203.0.113.7"}}""" },
        { NicConfiguration.Static(IPAddress.Parse(Address6)), """{"ip_v6_conf": {"conf": "static", "ip": "2001:db8::7"}}""" },
        { NicConfiguration.Public(ipv6: PublicAddress.Dhcp), """{"ip_v6_conf": {"conf": "dhcp"}}""" },
        {
            NicConfiguration.Public(PublicAddress.Manual, PublicAddress.Static(IPAddress.Parse(Address6))),
            """{"ip_v4_conf": {"conf": "manual"}, "ip_v6_conf": {"conf": "static", "ip": "2001:db8::7"}}"""
        },
        { NicConfiguration.Private(Vlan), """{"vlan": "10619300-edda-42ba-91e0-7e3df0689d00"}""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_new_card_is_what_the_documented_requests_send(NicConfiguration configuration, string json)
    {
        Assert.Null(JsonDifference.Find(JsonText.Parse(json), Write(Nic.Create(configuration))));
        NicRules.Check([Nic.Create(configuration)], "nics");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_card_that_was_read_keeps_all_but_its_configuration(NicConfiguration configuration, string json)
    {
        foreach (var before in new[] { """ "vlan": {"uuid": "22222222-2222-4333-8444-555555555555"}, "ip_v4_conf": null, "ip_v6_conf": null""", """ "vlan": null, "ip_v4_conf": {"conf": "static", "ip": {"uuid": "203.0.113.9"}}, "ip_v6_conf": {"conf": "dhcp", "ip": null}""" })
        {
            var nic = JsonSerializer.Deserialize($$"""{"mac": "22:00:00:00:00:01", "model": "e1000", "boot_order": 2, "runtime": null, "new": [1.50], {{before}}}""", SdkJson.Context.Nic)!;
            var parts = JsonText.Parse(json);
            string Part(string name) => parts.TryGetProperty(name, out var part) ? part.GetRawText() : "null";
            var expected = $$"""{"mac": "22:00:00:00:00:01", "model": "e1000", "boot_order": 2, "runtime": null, "new": [1.50], "vlan": {{Part("vlan")}}, "ip_v4_conf": {{Part("ip_v4_conf")}}, "ip_v6_conf": {{Part("ip_v6_conf")}}}""";

            Assert.Null(JsonDifference.Find(JsonText.Parse(expected), Write(nic.WithConfiguration(configuration))));
        }
    }

    [Fact]
    public void The_model_is_sent_when_it_is_chosen() =>
        Assert.Null(JsonDifference.Find(JsonText.Parse("""{"model": "e1000", "ip_v4_conf": {"conf": "dhcp"}}"""), Write(Nic.Create(NicConfiguration.Dhcp(), NicModel.E1000))));

    [Fact]
    public void Addresses_of_the_other_family_and_empty_vlans_are_refused()
    {
        Assert.Equal("ipv4", Assert.Throws<ArgumentException>(() => NicConfiguration.Public(PublicAddress.Static(IPAddress.Parse(Address6)))).ParamName);
        Assert.Equal("ipv6", Assert.Throws<ArgumentException>(() => NicConfiguration.Public(ipv6: PublicAddress.Static(IPAddress.Parse(Address)))).ParamName);
        Assert.Throws<ArgumentException>(() => NicConfiguration.Private(Guid.Empty));
        Assert.Throws<ArgumentNullException>(() => NicConfiguration.Static(null!));
        Assert.Throws<ArgumentNullException>(() => new Nic().WithConfiguration(null!));
    }

    [Fact]
    public void A_configuration_says_what_it_is()
    {
        var both = NicConfiguration.Public(PublicAddress.Dhcp, PublicAddress.Static(IPAddress.Parse(Address6)));

        Assert.Equal((null, IPConfigurationMode.Dhcp, IPAddress.Parse(Address6)), (both.Vlan, both.IPv4!.Mode, both.IPv6!.Address));
        Assert.Equal(Vlan, NicConfiguration.Private(Vlan).Vlan);
        Assert.Equal(NicConfiguration.None, NicConfiguration.Public());
        Assert.Equal(NicConfiguration.Static(IPAddress.Parse(Address)), NicConfiguration.Public(PublicAddress.Static(IPAddress.Parse(Address))));
    }

    private static JsonElement Write(Nic nic) => JsonSerializer.SerializeToElement(nic, SdkJson.Context.Nic);
}
