namespace EngagementBot.Conversations.Tests.Dialogs;

/// <summary>Questions written before the examples were tuned, and never used as examples: six a topic, short ones, slang and slips among them.</summary>
internal static class HeldOutQuestions
{
    public static IReadOnlyList<(string Topic, string Text)> All { get; } =
    [
        .. Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries))
            .Select(parts => (parts[0], parts[1])),
    ];

    private const string Lines = """
        grooming-signs | theres this older guy who keeps buying me mcdonalds and vapes is that weird
        grooming-signs | how can u tell if someone is just being nice or using u
        grooming-signs | he got me new trainers and says i dont have to pay him back
        grooming-signs | someone offered me 200 to take a bag to brighton
        grooming-signs | my new mates are way older and they dont want me telling my mum
        grooming-signs | lad asked me to look after a package for him til friday
        what-is-county-lines | what does county lines mean
        what-is-county-lines | we got an assembly on county lines today what actually is it
        what-is-county-lines | what do people mean by going country
        what-is-county-lines | cuonty lines explain
        what-is-county-lines | how do drug gangs use kids
        what-is-county-lines | is county lines a real thing or just on tv
        drug-debt | i owe the olders a bag and its going up every day
        drug-debt | lost the food they gave me now they want the money
        drug-debt | they robbed me and now im in debt
        drug-debt | cant pay what i owe for the weed
        drug-debt | should i just pay them off
        drug-debt | feds took the pack and now im told i gotta work it off
        exit-routes | how do i get out of this
        exit-routes | want to leave the gang but scared
        exit-routes | i dont wanna trap no more
        exit-routes | one last run then im finished with it
        exit-routes | is there any way to stop working for them without getting hurt
        exit-routes | im done with road life
        threats-safety | they said they gonna shoot up my house
        threats-safety | someones threatening me on snap they know my address
        threats-safety | theyre saying i snitched
        threats-safety | what do i do if someone says theyll hurt my little brother
        threats-safety | boys from other ends are after me
        threats-safety | how do i stay safe from them
        arrested-rights | got nicked last night what happens now
        arrested-rights | do i need a solicitor for a police interview
        arrested-rights | can police question me without my mum im 15
        arrested-rights | what is an appropriate adult
        arrested-rights | released under investigation wot does it mean
        arrested-rights | do i have to give feds my phone pin
        nrm | what is the nrm
        nrm | social worker says shes putting me in for an NRM
        nrm | does national referral mechanism mean i wont go court
        nrm | who can do an nrm referral for me
        nrm | got a conclusive grounds letter what does that mean
        nrm | do i have to agree to being referred as modern slavery
        missing-home | i ran away from home last night
        missing-home | im in a town i dont know and got no money to get back
        missing-home | thinking of running away
        missing-home | nowhere to sleep tonite
        missing-home | just got back after being missing 3 days
        missing-home | stuck at a station no ticket home
        injured-health | i got stabbed and im in hospital
        injured-health | they beat me up and my ribs hurt
        injured-health | will a&e tell police about my cut
        injured-health | made me put drugs inside me and now my belly hurts
        injured-health | do i have to say how i got hurt at the hospital
        injured-health | im on the ward scared to go home
        school-exclusion | got permanently excluded today
        school-exclusion | theyre putting me in a pru
        school-exclusion | can school kick me out for having weed
        school-exclusion | suspended for 5 days what do i do
        school-exclusion | only allowed in school an hour a day
        school-exclusion | how do i appeal being kicked out of school
        worried-about-friend | my best mate is going missing and has loads of cash
        worried-about-friend | is it snitching if i tell a teacher about my friend
        worried-about-friend | think my cousin is being used to sell drugs
        worried-about-friend | how do i help my friend whos in a gang
        worried-about-friend | my mate owes people money and hes scared
        worried-about-friend | worried bout my sister shes hanging with older lads
        parent-carer | my daughter keeps disappearing at weekends
        parent-carer | I found drugs in my sons bedroom what should I do
        parent-carer | will social services take my child away if I ask for help
        parent-carer | my boy came home with bruises and wont say who did it
        parent-carer | i'm a foster carer and my lad hasn't come home
        parent-carer | how do I talk to my son about who he is hanging around with
        professional-referral | I'm a teacher, who do I refer a pupil to
        professional-referral | youth worker here looking for a specialist service for a 14 year old
        professional-referral | what should be in a safeguarding referral for CCE
        professional-referral | I am a GP with concerns about a young patient being exploited
        professional-referral | DSL needing advice on a year 9 student with two phones
        professional-referral | how does our school make an NRM referral for a child
        sexual-exploitation | he wants me to have sex with his mates to clear what i owe
        sexual-exploitation | my boyfriend is 24 and im 14
        sexual-exploitation | someone touched me and i didnt want it
        sexual-exploitation | he gives me stuff if i do sexual things
        sexual-exploitation | they passed me round
        sexual-exploitation | was it rape if i said yes at first
        online-safety | someone is threatening to post my nudes
        online-safety | a guy on snapchat keeps asking for pics
        online-safety | how do i get a photo of me taken off the internet
        online-safety | should i meet someone i met on roblox
        online-safety | lad wants to use my bank account to put money thru
        online-safety | someone added me on insta offering quick cash
        drugs-health | is it bad to smoke weed every day
        drugs-health | how do i stop taking ket
        drugs-health | my mate took loads of pills what do i do
        drugs-health | what does xanax do to you
        drugs-health | i cant sleep without a zoot
        drugs-health | is it safe to mix md and alcohol
        feelings-mental-health | i feel so low all the time
        feelings-mental-health | i keep having panic attacks
        feelings-mental-health | i want to die
        feelings-mental-health | got no mates and everyone hates me
        feelings-mental-health | been cutting myself again
        feelings-mental-health | im getting bullied every day
        confidentiality | will you tell my mum
        confidentiality | is this private
        confidentiality | do u tell the police what i say
        confidentiality | can my school see this chat
        confidentiality | can u see where i am or my number
        confidentiality | will this show up on my phone bill
        who-are-you | are you a bot
        who-are-you | who am i talking to
        who-are-you | wot is this
        who-are-you | r u real or ai
        who-are-you | who runs this chat
        who-are-you | what can you help with
        talk-to-human | can i speak to an actual person
        talk-to-human | get me a human
        talk-to-human | i dont want to talk to a robot
        talk-to-human | is there someone real there
        talk-to-human | put me through to a worker pls
        talk-to-human | how long til a person answers
        local-services | is there anyone in leeds who can help
        local-services | who helps young people near me
        local-services | what helplines are open now
        local-services | any youth services in newport
        local-services | wheres the nearest place i can go for help
        local-services | whats the number for childline
        carrying-weapons | i carry a knife to feel safe
        carrying-weapons | he gave me a blade to keep at mine
        carrying-weapons | what happens if i get caught with a shank
        carrying-weapons | how do i get rid of a knife
        carrying-weapons | everyone round here is carrying should i
        carrying-weapons | my mate brought a knife into school
        cuckooing | theyve taken over my nans flat
        cuckooing | drug dealers moved into my neighbours house
        cuckooing | some guys keep using our flat to sell from and wont go
        cuckooing | what is cuckooing
        cuckooing | they make me stay in a crackheads house to sell
        cuckooing | strangers in my moms house wont leave
        delete-my-chat | delete this chat
        delete-my-chat | how do i get rid of these messages
        delete-my-chat | can u wipe everything i said
        delete-my-chat | erase my data
        delete-my-chat | how long do you keep what i write
        delete-my-chat | i dont want this saved
        off-topic | hi
        off-topic | whats the capital of france
        off-topic | lol ur mum
        off-topic | thanks bye
        off-topic | who won the match last night
        off-topic | can u do my maths homework
        """;
}
