using System.Text;

namespace CloudSigma.Sdk.Tests.Servers;

public class ServerMetaTests
{
    private const string UserData = "#cloud-config\npackages: [größer]\n";
    private static readonly string UserData64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(UserData));

    [Fact]
    public void User_data_is_written_as_base64_and_listed()
    {
        var meta = (ServerMeta.From(null) with { CloudInitUserData = UserData, SshPublicKey = "ssh-rsa AAAA x", Description = "d", OptimizeFor = "o" }).ToMeta();

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["cloudinit-user-data"] = UserData64,
                ["base64_fields"] = "cloudinit-user-data",
                ["ssh_public_key"] = "ssh-rsa AAAA x",
                ["description"] = "d",
                ["optimize_for"] = "o",
            },
            meta);
        Assert.Equal((UserData, "ssh-rsa AAAA x", "d", "o"), (ServerMeta.From(meta).CloudInitUserData, ServerMeta.From(meta).SshPublicKey, ServerMeta.From(meta).Description, ServerMeta.From(meta).OptimizeFor));
    }

    [Fact]
    public void Both_forms_of_user_data_are_read()
    {
        Assert.Equal(UserData, ServerMeta.From(Map(("cloudinit-user-data", UserData))).CloudInitUserData);
        Assert.Equal(UserData, ServerMeta.From(Map(("cloudinit-user-data", UserData64), ("base64_fields", "cloudinit-user-data"))).CloudInitUserData);
        Assert.Equal(UserData64, ServerMeta.From(Map(("cloudinit-user-data", UserData64), ("base64_fields", "cloudinit-user-data-2"))).CloudInitUserData);
        Assert.Null(ServerMeta.From(null).CloudInitUserData);
    }

    [Fact]
    public void Other_keys_and_the_rest_of_the_list_are_kept()
    {
        var meta = Map(("k", "v"), ("blob", "AAAA"), ("base64_fields", " blob , other,"), ("client_token", "t"));

        var changed = (ServerMeta.From(meta) with { CloudInitUserData = UserData }).ToMeta();
        var back = (ServerMeta.From(changed) with { CloudInitUserData = null }).ToMeta();

        Assert.Equal(Map(("k", "v"), ("blob", "AAAA"), ("base64_fields", "blob,other,cloudinit-user-data"), ("client_token", "t"), ("cloudinit-user-data", UserData64)), changed);
        Assert.Equal(Map(("k", "v"), ("blob", "AAAA"), ("base64_fields", "blob,other"), ("client_token", "t")), back);
        Assert.Equal(["blob", "other"], ServerMeta.From(meta).Base64Fields);
    }

    [Fact]
    public void A_meta_that_is_not_changed_comes_back_as_it_was()
    {
        var meta = Map(("cloudinit-user-data", "plain"), ("base64_fields", "a ,, b"), ("ssh_public_key", "*"), ("x", null!));

        Assert.Equal(meta, ServerMeta.From(meta).ToMeta());
        Assert.Equal(meta, (ServerMeta.From(meta) with { }).ToMeta());
    }

    [Fact]
    public void The_list_may_name_other_keys_which_are_then_written_as_base64_too()
    {
        var meta = ServerMeta.From(Map(("description", Convert.ToBase64String("a\nb"u8)), ("base64_fields", "description,cloudinit-user-data")));

        Assert.Equal("a\nb", meta.Description);
        Assert.Equal(Convert.ToBase64String("ü"u8), (meta with { Description = "ü" }).ToMeta()["description"]);
        Assert.Equal("cloudinit-user-data", (meta with { Description = null }).ToMeta()["base64_fields"]);
        Assert.Equal("description,cloudinit-user-data", (meta with { CloudInitUserData = "x" }).ToMeta()["base64_fields"]);
    }

    [Fact]
    public void The_last_removed_key_takes_the_list_with_it() =>
        Assert.Empty((ServerMeta.From(null) with { CloudInitUserData = "x" } with { CloudInitUserData = null }).ToMeta());

    [Theory]
    [InlineData("hunter2!", "are not base64")]
    [InlineData("aHVudGVyMg", "are not base64")]
    [InlineData("H4sIAAAAAAAA", "are not text")]
    public void What_cannot_be_decoded_is_said_without_the_value(string value, string why)
    {
        var meta = ServerMeta.From(Map(("cloudinit-user-data", value), ("base64_fields", "cloudinit-user-data"), ("ssh_public_key", "k")));

        var error = Assert.Throws<FormatException>(() => meta.CloudInitUserData);

        Assert.Contains("'cloudinit-user-data'", error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, error.Message, StringComparison.Ordinal);
        Assert.Equal("k", meta.SshPublicKey);
        Assert.Equal("new", (meta with { CloudInitUserData = "new" }).CloudInitUserData);
    }

    [Fact]
    public void Long_user_data_survives()
    {
        var text = string.Concat(Enumerable.Repeat("line with ü\n", 100_000));

        Assert.Equal(text, ServerMeta.From((ServerMeta.From(null) with { CloudInitUserData = text }).ToMeta()).CloudInitUserData);
    }

    [Fact]
    public void Base64_with_line_breaks_is_read() =>
        Assert.Equal(UserData, ServerMeta.From(Map(("cloudinit-user-data", UserData64.Insert(8, "\r\n")), ("base64_fields", "cloudinit-user-data"))).CloudInitUserData);

    [Fact]
    public void Views_are_values_and_do_not_touch_each_other()
    {
        var meta = Map(("k", "v"));
        var view = ServerMeta.From(meta);
        var other = view with { Description = "hunter2" };
        meta["k"] = "changed";

        Assert.Equal("v", view.ToMeta()["k"]);
        Assert.Null(view.Description);
        Assert.Equal(other, ServerMeta.From(other.ToMeta()));
        Assert.Equal(other.GetHashCode(), ServerMeta.From(other.ToMeta()).GetHashCode());
        Assert.NotEqual(view, other);
        Assert.DoesNotContain("hunter2", other.ToString(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Map(params IEnumerable<(string Key, string Value)> entries) => entries.ToDictionary(static e => e.Key, static e => e.Value);
}
