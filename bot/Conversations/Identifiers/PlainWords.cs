namespace EngagementBot.Conversations.Identifiers;

/// <summary>Words that stand where an identifier could and are none.</summary>
internal static class PlainWords
{
    /// <summary>After "my name is": talk about the name, or the sentence going on.</summary>
    public static readonly HashSet<string> NotNames = Set(
        """
        a an the not none no never on in at to by my your his her their our its this that it is was are be been being and or but so if as for of with from
        about all everywhere something someone anything nothing whatever private secret important unimportant safe unsafe still just going gonna getting
        too very really known out up off over there here where when what why who how i im ill ive you u ur he she they we me him them us hi hello hey
        can could would should might must do does did dont cant wont isnt aint have has had got get need want please pls plz help lol lmao
        haha btw ok okay yes yeah no nah maybe now later tomorrow tonight today back asap age aged live lives years year old fake blank unknown given
        ring call text txt number num phone mobile snap insta email at changed wrong different same mud hidden clear dirt been dragged names called because cos coz bc cause after before also only even again ever like
        wedi ddim yn ac a ond achos mae dwi
        """);

    /// <summary>What people are called by others.</summary>
    public static readonly HashSet<string> Abuse = Set(
        """
        names fat ugly stupid dumb thick gay lesbian slag slut whore hoe sket bitch liar snitch grass rat weird weirdo freak loser idiot retard
        spastic pussy wimp coward racist horrible nasty bad evil mental psycho crazy mad emo fag faggot tranny paki terrorist chink gypsy pikey
        dirty smelly tramp poor lazy useless worthless disgusting things stuff every everything all into upon that this
        """);

    /// <summary>After "snap is" and the like: news of the account.</summary>
    public static readonly HashSet<string> AboutAccounts = Set(
        """
        broken private public deleted blocked banned gone open down off on up bad good fun boring safe unsafe dead full not no so too the a an my
        hacked locked lagging glitching being getting how where what when just like really very acting still always never only dumb shit crap
        best worst better worse way easier cool ok fine working mad funny toxic addictive in at to for and or but because cos sending saying
        """);

    /// <summary>After an @ that stands for "at".</summary>
    public static readonly HashSet<string> AfterAt = Set(
        """
        home school work uni college court hospital nans mums dads nan mum dad my the least all first last night lunch break town gym church
        midnight noon everyone here mine his hers theirs yours me you u him her them us mcdonalds maccies tesco station
        """);

    /// <summary>After a number they count, measure or go on; so it is no house.</summary>
    public static readonly HashSet<string> AfterNumbers = Set(
        """
        of in on at to from by near with without the a an my your his her their our and or but is was are were be for as than then that this
        min mins minute minutes hour hours hr hrs sec secs second day days week weeks month months year years yr yrs mile miles km am pm times time
        more less big small little long short whole new old other different same next last first good bad nice main side back front busy dark open empty
        abandoned random dead wrong right hard easy only public private people person boys boy girls girl man men mans lads lad kids kid friends mates
        guys women feds police cars car bikes bus buses trap crack safe bando council halfway story storey bed bedroom crown magistrates youth county
        family high grand pounds quid pound k percent bags bag grams g z zs phones lines theme skate retail away down up along across around past
        ago old floors rooms flats streets roads steps doors one two three four five cousins brothers sisters around outside inside going went
        """, except: "high main new old long first park church back front crown");

    /// <summary>After "flat 2": it counts.</summary>
    public static readonly HashSet<string> Units = Set("min mins minute minutes hour hours day days week weeks floor floors people boys men lads guys rooms times");

    public static readonly HashSet<string> Streets = Set(
        "street st road rd avenue ave lane ln close drive dr crescent cres gardens gdns terrace grove square sq mews");

    /// <summary>Streets that bear no other name than this, as in "22 The Avenue".</summary>
    public static readonly HashSet<string> NamedWithThe = Set("avenue crescent grove close mews terrace gardens");

    /// <summary>"3am" after a bus or a room.</summary>
    public static readonly HashSet<string> ClockEndings = Set("am pm");

    /// <summary>After "i live in": a manner of living, not a place on a map.</summary>
    public static readonly HashSet<string> NotPlaces = Set(
        """
        a an the my our your his her their its this that it these those one two no not none and but or so because cos with without by for of from
        care foster residential supported semi temporary sheltered shared secure council emergency social hostel hostels hotel hotels flat flats house
        houses home homes tent car van street streets fear hope hell peace pain poverty misery danger terror denial dread constant total complete
        absolute london england wales scotland ireland britain uk gb same different here there somewhere anywhere nowhere everywhere where custody
        prison jail squat squats trap bando mums mum dads dad nans nan grans gran aunties auntie uncles uncle mates mate friends friend boyfriends
        girlfriends parents grandparents brothers sisters partners least moment all home both now then today an unsafe secret private wrong
        town city country area village estate uni college school work me him them us is was what who when why how if
        ystod ofn tŷ ty cartref gofal cymru lloegr
        """);

    /// <summary>Lower-case words that go on with a place: "live in castle hill".</summary>
    public static readonly HashSet<string> PartsOfPlaces = Set(
        "hill park way court place walk row rise view green house estate tower towers heath wood common bridge cross town village bay vale");

    /// <summary>Before "school": a sort of school, or the sentence around it.</summary>
    public static readonly HashSet<string> NotSchools = Set(
        """
        high primary secondary middle infant junior grammar big boarding special after before every new old whole next another other different
        state public music dance drama art sunday saturday night summer back going go went get got walk walking come coming start starting starts
        finish left leave leaving hate bunk bunking skip skipping miss missing off during between outside inside near last first local nearby
        medical law driving mainstream alternative normal proper good bad nice posh rough any some most many few both kids people someone everyone
        online virtual full part time again ever never always still just only even too to from in at on into sixth further year actual real moved
        catholic christian muslim islamic jewish church all-boys all-girls boys girls mixed
        """);

    private static HashSet<string> Set(string words, string except = "")
    {
        var set = new HashSet<string>(words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
        set.ExceptWith(except.Split(' '));
        return set;
    }
}
